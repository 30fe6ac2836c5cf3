using System.Net;
using System.Text.Json;

namespace ApiGen.EndToEnd.Tests.Signing;

public sealed class SchemeTests
{
    private const string Name = "日本 +!*'()~%20&=";

    public static MatrixTheoryData<OAuth1SignatureMethod, OAuth1Transmission> Schemes =>
        new(Enum.GetValues<OAuth1SignatureMethod>(), Enum.GetValues<OAuth1Transmission>());

    [Theory, MemberData(nameof(Schemes))]
    public async Task A_server_accepts_every_method_at_every_place(
        OAuth1SignatureMethod signature, OAuth1Transmission send)
    {
        await using SignedApi api = await SignedApi.StartAsync(new() { Signature = signature, Send = send });

        JsonElement shown = await api.ShowAsync(Name);
        JsonElement updated = await api.UpdateAsync(Name);

        Assert.Equal([Name, Name], [Get(shown), Get(updated)]);
        bool isInQuery = send != OAuth1Transmission.Header;
        Assert.Equal(isInQuery, api.Server.Requests[0].Target.Contains("&oauth_signature=", StringComparison.Ordinal));
        Assert.Equal(
            send == OAuth1Transmission.Query,
            api.Server.Requests[1].Target.Contains("?oauth_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_app_calls_for_itself_with_an_empty_token_or_none(bool sendsEmptyToken)
    {
        await using SignedApi api = await SignedApi.StartAsync(
            new() { SendsEmptyToken = sendsEmptyToken, Send = OAuth1Transmission.Query }, hasToken: false);

        await api.ShowAsync(Name);

        string target = Assert.Single(api.Server.Requests).Target;
        Assert.Equal(sendsEmptyToken, target.Contains("oauth_token=&", StringComparison.Ordinal));
        Assert.Equal(sendsEmptyToken, target.Contains("oauth_token", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OAuth1SignatureMethod.HmacSha1)]
    [InlineData(OAuth1SignatureMethod.HmacSha512)]
    [InlineData(OAuth1SignatureMethod.RsaSha256)]
    public async Task A_body_hash_is_sent_with_all_but_forms(OAuth1SignatureMethod signature)
    {
        await using SignedApi api = await SignedApi.StartAsync(
            new() { Signature = signature, BodyHash = true, Send = OAuth1Transmission.Query });

        await api.ShowAsync(Name);
        await api.UpdateAsync(Name);

        Assert.Equal(
            [true, false],
            api.Server.Requests.Select(each => each.Target.Contains("oauth_body_hash=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_misses_the_body_hash_refuses()
    {
        await using SignedApi hashed = await SignedApi.StartAsync(new() { BodyHash = true });
        var signer = new OAuth1Signer(hashed.Account.Credentials(), timeProvider: hashed.Clock);
        using var http = new HttpClient();
        var url = new Uri(hashed.Server.Address, "/birds/1");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", signer.Authorize(HttpMethod.Get, url));

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("lacks oauth_body_hash", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plaintext_needs_an_https_address()
    {
        var api = new CompilerServices.ApiDescriptor
        {
            Name = "Birds",
            BaseAddress = "http://birds.example",
            Signing = new() { Signature = OAuth1SignatureMethod.Plaintext },
        };

        Assert.Throws<ArgumentException>(
            "options", () => CompilerServices.ApiConnection.To(api, new OAuth1Credentials("ck", "cs", "t", "ts"), null));
    }

    private static string? Get(JsonElement answer) => answer.GetProperty("name").GetString();
}
