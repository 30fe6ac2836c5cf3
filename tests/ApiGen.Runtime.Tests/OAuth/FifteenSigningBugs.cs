using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>The bugs that signers of OAuth 1.0a have had most often, class by class, and that this one hasn't.</summary>
public sealed class FifteenSigningBugs
{
    private static readonly OAuth1Signer Signer = new(new("ck", "cs", "t", "ts"));

    // Class 1: the set of RFC 2396 (RestSharp#759, node-oauth#120, CoreTweet#30).
    [Fact]
    public void Exclamation_mark_asterisk_apostrophe_and_brackets_are_escaped() => Assert.Contains(
        "status%3DHello%252C%2520world%2521%252A%2527%2528%2529",
        BaseString("https://example.com/?status=Hello,%20world!*'()"), StringComparison.Ordinal);

    // Class 2: a character is taken for a byte (RestSharp#1945, tweetinvi#483, tweetmoasharp#56).
    [Fact]
    public void Text_is_signed_as_UTF_8_and_surrogate_pairs_stay_whole() => Assert.Contains(
        "a%3D%25C2%25A3%25F0%259F%2599%258F", BaseString("https://example.com/?a=£\U0001F64F"), StringComparison.Ordinal);

    // Class 3: encoded twice or not at all (RestSharp#2065 and #2192, insomnia#1681).
    [Fact]
    public void A_consumer_key_and_a_path_are_encoded_as_often_as_they_should_be()
    {
        string baseString = BaseString("https://example.com/a!%20b", signer: new(new("k!", "cs")));
        Assert.StartsWith("GET&https%3A%2F%2Fexample.com%2Fa%21%2520b&", baseString, StringComparison.Ordinal);
        Assert.Contains("oauth_consumer_key%3Dk%2521%26", baseString, StringComparison.Ordinal);
    }

    // Class 4: a space becomes a plus, or a plus stays one (scribejava#170, jersey#705, requests-oauthlib PR 88).
    [Fact]
    public void A_plus_in_query_or_form_is_a_space_and_an_escaped_plus_is_a_plus()
    {
        Assert.Contains("a%3D1%25202%252B3%26", BaseString("https://example.com/?a=1+2%2B3"), StringComparison.Ordinal);
        Assert.Contains("a%3D1%25202%252B3%26", BaseString("https://example.com/", "a=1+2%2B3"), StringComparison.Ordinal);
    }

    // Class 5: ports kept or dropped wrongly (ddo/oauth-1.0a#59, TDOAuth#3, RestKit#490).
    [Theory]
    [InlineData("https://example.com:443/", "https%3A%2F%2Fexample.com%2F")]
    [InlineData("http://example.com:80/", "http%3A%2F%2Fexample.com%2F")]
    [InlineData("https://example.com:80/", "https%3A%2F%2Fexample.com%3A80%2F")]
    [InlineData("http://example.com:8080/", "http%3A%2F%2Fexample.com%3A8080%2F")]
    public void Only_the_ports_that_the_scheme_implies_are_left_out(string url, string expected) =>
        Assert.StartsWith($"GET&{expected}&", BaseString(url), StringComparison.Ordinal);

    // Class 6: hex digits and letters of the wrong case (chirp PR 5, RestKit#533).
    [Fact]
    public void Hex_is_in_capitals_the_host_is_in_small_letters_and_the_path_is_left_alone()
    {
        string baseString = BaseString("HTTPS://EXAMPLE.com/AbC?a=%c3%a9");
        Assert.StartsWith("GET&https%3A%2F%2Fexample.com%2FAbC&", baseString, StringComparison.Ordinal);
        Assert.Contains("a%3D%25C3%25A9%26", baseString, StringComparison.Ordinal);
    }

    // Class 7: sorted as one text, by culture, without case or before encoding (jersey#1105, RestSharp#854).
    [Fact]
    public void Parameters_are_sorted_by_the_bytes_of_their_encoded_names_and_then_values() => Assert.Equal(
        "A=1&Z=1&a=1&a=2&a%20=0&a-=0&b=é&c%40=1&c2=1&n=%20&n=a",
        Uri.UnescapeDataString(BaseString("https://example.com/?n=a&n=+&c2=1&c%40=1&b=é&a-=0&a+=0&a=2&a=1&Z=1&A=1")
            .Split('&')[2]).Split("&oauth_")[0].Replace("%C3%A9", "é", StringComparison.Ordinal));

    // Class 8: of two parameters of one name one is lost (google-oauth-java-client#36, signet#173).
    [Fact]
    public void Parameters_of_one_name_are_all_signed_wherever_they_are() => Assert.Contains(
        "a%3D1%26a%3D1%26a%3D2%26", BaseString("https://example.com/?a=2&a=1", "a=1"), StringComparison.Ordinal);

    // Class 9: a body that isn't a form is signed, or a form isn't (ddo/oauth-1.0a#110, scribejava#286).
    [Fact]
    public void A_form_is_signed_as_parameters_and_JSON_by_its_hash_if_at_all()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"a":"b=c&ghost=1"}""");
        var hashing = new OAuth1Signer(new("ck", "cs"), new() { BodyHash = true });
        var request = new OAuth1Request(HttpMethod.Post, new Uri("https://example.com/")) { Body = json };

        Assert.Contains("oauth_body_hash=\"", hashing.Authorize(request), StringComparison.Ordinal);
        Assert.DoesNotContain("body_hash", Signer.Authorize(request), StringComparison.Ordinal);
        Assert.DoesNotContain("ghost", Explained(Signer, request), StringComparison.Ordinal);
        Assert.Contains("d%3D", BaseString("https://example.com/", "d=e"), StringComparison.Ordinal);
    }

    // Class 10: the fields of a multipart body are signed (RestSharp PR 488, requests-oauthlib#40).
    [Fact]
    public void The_fields_of_a_multipart_body_are_not_signed() => Assert.DoesNotContain(
        "media",
        Explained(Signer, new OAuth1Request(HttpMethod.Post, new Uri("https://example.com/"))
        {
            Body = "--x\r\nContent-Disposition: form-data; name=\"media\"\r\n\r\n1\r\n--x--"u8,
        }),
        StringComparison.Ordinal);

    // Class 11: an empty token or secret breaks something (postman#2079, scribejava#252, oauth-dotnetcore#10).
    [Fact]
    public void An_empty_token_is_sent_or_left_out_by_choice_and_an_empty_secret_still_has_its_ampersand()
    {
        string sends = new OAuth1Signer(new("ck", ""), new() { SendsEmptyToken = true })
            .Authorize(HttpMethod.Get, new Uri("https://example.com/"));
        string omits = new OAuth1Signer(new("ck", "")).Authorize(HttpMethod.Get, new Uri("https://example.com/"));

        Assert.Contains("oauth_token=\"\"", sends, StringComparison.Ordinal);
        Assert.DoesNotContain("oauth_token", omits, StringComparison.Ordinal);
        Assert.Equal("&"u8, SigningKey.Of("", ""));
    }

    // Class 12: secrets go into the key unencoded (dghubble/oauth1 PR 72, AFOAuth1Client PR 65).
    [Fact]
    public void Both_secrets_are_encoded_in_the_key() =>
        Assert.Equal("a%26b%2B&%25c%2F%C3%A9"u8, SigningKey.Of("a&b+", "%c/é"));

    // Class 13: a redirect is sent on with the old signature (requests-oauthlib#94, request#1573). The signature of one
    // URL is never that of another; RedirectTests follow some over the wire.
    [Fact]
    public void Another_URL_has_another_signature() => Assert.NotEqual(
        Signed("https://example.com/a", 1), Signed("https://example.com/b", 1));

    // Class 14: an old timestamp is used again, or the clock is wrong (tmhOAuth#174, twit PR 257). ClockTests learn the
    // server's over the wire.
    [Fact]
    public void Each_signature_has_the_time_of_its_making_in_seconds()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1318622958));
        var signer = new OAuth1Signer(new("ck", "cs"), timeProvider: clock);
        var url = new Uri("https://example.com/");

        string first = signer.Authorize(HttpMethod.Get, url);
        clock.Advance(TimeSpan.FromSeconds(61.5));
        string second = signer.Authorize(HttpMethod.Get, url);

        Assert.Contains("oauth_timestamp=\"1318622958\"", first, StringComparison.Ordinal);
        Assert.Contains("oauth_timestamp=\"1318623019\"", second, StringComparison.Ordinal);
    }

    // Class 15: nonces come twice (7digital api wrapper#65, oauthlib#946, RestSharp#1126). NonceTests make ten million.
    [Fact]
    public void Two_signatures_of_one_second_have_two_nonces()
    {
        string[] nonces =
        [
            .. Enumerable.Range(0, 1_000)
                .Select(_ => OAuth1SignerTests.HeaderValue(
                    Signer.Authorize(HttpMethod.Get, new Uri("https://example.com/")), "oauth_nonce"))
                .Distinct(),
        ];
        Assert.Equal(1_000, nonces.Length);
    }

    private static string Signed(string url, long timestamp) =>
        Signer.Authorize(new OAuth1Request(HttpMethod.Get, new Uri(url)), "n"u8, timestamp);

    private static string BaseString(string url, string? form = null, OAuth1Signer? signer = null)
    {
        var request = new OAuth1Request(HttpMethod.Get, new Uri(url));
        if (form is not null) request = new(request.Method, request.Address) { Form = Encoding.ASCII.GetBytes(form) };
        return Explained(signer ?? Signer, request).Split('\n')
            .Single(line => line.StartsWith("base string: ", StringComparison.Ordinal))["base string: ".Length..];
    }

    private static string Explained(OAuth1Signer signer, OAuth1Request request) => signer.Explain(request);
}
