using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class OAuth1SignerGeneralTests
{
    private static readonly OAuth1Signer Signer = new(new("ck", "cs", "t", "ts"));

    [Theory]
    [InlineData("https://api.example.com:8443/1.1/a%20b.json?cursor=%2B&b=2&a=1")]
    [InlineData("http://[::1]/?q=%F0%9F%99%8F")]
    public void A_signature_allocates_what_is_sent_and_nothing_else(string text)
    {
        const int Calls = 1_000;
        var url = new Uri(text);
        string[] headers = new string[Calls];
        for (int i = 0; i < Calls; i++) headers[i] = Signer.Authorize(HttpMethod.Post, url, "x=1&y=2"u8);

        long start = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) headers[i] = Signer.Authorize(HttpMethod.Post, url, "x=1&y=2"u8);
        long signing = GC.GetAllocatedBytesForCurrentThread() - start;

        start = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) headers[i] = new string(headers[i].AsSpan());
        Assert.Equal(GC.GetAllocatedBytesForCurrentThread() - start, signing);
    }

    [Theory]
    [InlineData("https://example.com/?oauth_token=x", "already carries oauth_token")]
    [InlineData("https://example.com/?a=1&oauth_signature=x", "already carries oauth_signature")]
    [InlineData("ftp://example.com/", "http or https")]
    [InlineData("/relative", "http or https")]
    public void A_URL_that_cant_be_signed_is_refused(string url, string message) => Assert.Contains(
        message,
        Assert.Throws<ArgumentException>(() => Signer.Authorize(
            HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Another_parameter_of_OAuths_names_is_signed_among_them()
    {
        var request = new OAuth1Request(HttpMethod.Get, new Uri("https://example.com/?oauth_callback=oob&z=1"));
        Assert.Contains("&oauth_callback%3Doob%26oauth_consumer_key%3Dck%26", Signer.Explain(request), StringComparison.Ordinal);
        Assert.DoesNotContain("callback", Signer.Authorize(request), StringComparison.Ordinal);
    }

    [Fact]
    public void Plaintext_goes_over_TLS_or_nowhere_else_than_to_this_machine()
    {
        var signer = new OAuth1Signer(new("ck", "cs"), new() { Signature = OAuth1SignatureMethod.Plaintext });
        Assert.Throws<ArgumentException>(() => signer.Authorize(HttpMethod.Get, new Uri("http://example.com/")));
        foreach (string url in (string[])["https://example.com/", "http://localhost:1/", "http://[::1]/"])
            Assert.Contains("=\"cs%26\"", signer.Authorize(HttpMethod.Get, new Uri(url)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_parameters_are_sorted_like_two()
    {
        string query = string.Join('&', Enumerable.Range(0, 1_000).Select(i => $"p{(i * 7919) % 1_000:000}=v"));
        string explained = Signer.Explain(new OAuth1Request(HttpMethod.Get, new Uri($"https://example.com/?{query}")));
        string[] names = [.. explained.Split('\n').Where(line => line.StartsWith("  p", StringComparison.Ordinal))];
        Assert.Equal(1_000, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void A_realm_is_quoted_and_never_signed()
    {
        var signer = new OAuth1Signer(new("ck", "cs"), new() { Realm = "a \"b\"" });
        var request = new OAuth1Request(HttpMethod.Get, new Uri("https://example.com/"));
        Assert.StartsWith("OAuth realm=\"a \\\"b\\\"\", oauth_", signer.Authorize(request), StringComparison.Ordinal);
        Assert.DoesNotContain("realm%3D", signer.Explain(request), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OAuth1Scheme { Realm = "a\r\nb" });
    }
}
