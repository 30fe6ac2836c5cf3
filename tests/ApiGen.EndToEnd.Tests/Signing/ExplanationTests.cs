using ApiGen.EndToEnd.Tests.Client;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Signing;

public sealed class ExplanationTests
{
    [Fact]
    public async Task A_401_tells_how_the_request_was_signed_as_the_server_tells_what_it_expected()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        SandboxAccount wrong = sandbox.Server.Account with { TokenSecret = "an0ther token secret" };

        ApiException failure = await Assert.ThrowsAsync<ApiException>(
            () => sandbox.Client(wrong).Friendships.CreateAsync("é !", follow: true));

        string expected = failure.ServerMessage![failure.ServerMessage!.IndexOf("POST&", StringComparison.Ordinal)..];
        string signed = Line(failure.Signing!, "base string: ");
        string token = wrong.Token[..4] + "...";

        // The server repeats the token, which the client takes out of all that it shows.
        Assert.Equal(expected.Replace("…", token, StringComparison.Ordinal), signed);
        Assert.Contains($"  oauth_token={token}\n", failure.Signing, StringComparison.Ordinal);
        Assert.Contains("  screen_name=%C3%A9%20%21\n", failure.Signing, StringComparison.Ordinal);
        Assert.EndsWith(failure.Signing!, failure.ToString(), StringComparison.Ordinal);
        Assert.All(
            [wrong.TokenSecret, wrong.ConsumerSecret, Uri.EscapeDataString(wrong.TokenSecret)],
            secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(wrong.Token, failure.Signing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_failure_tells_it()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Fails("OverCapacity");

        Assert.Null((await sandbox.FailedAsync()).Signing);
    }

    [Theory]
    [InlineData(OAuth1SignatureMethod.Plaintext, OAuth1Transmission.Header)]
    [InlineData(OAuth1SignatureMethod.Plaintext, OAuth1Transmission.Query)]
    [InlineData(OAuth1SignatureMethod.Plaintext, OAuth1Transmission.Form)]
    [InlineData(OAuth1SignatureMethod.HmacSha256, OAuth1Transmission.Form)]
    public async Task No_secret_is_told_however_it_is_sent(OAuth1SignatureMethod signature, OAuth1Transmission send)
    {
        await using SignedApi api = await SignedApi.StartAsync(new() { Signature = signature, Send = send });
        var wrong = new OAuth1Credentials(api.Account.ConsumerKey, "wr0ng1", api.Account.Token, "wr0ng2");

        var shown = await Assert.ThrowsAsync<ApiException>(() => api.ShowAsync("Kea", api.Connect(wrong)));
        var updated = await Assert.ThrowsAsync<ApiException>(() => api.UpdateAsync("Kea", api.Connect(wrong)));

        Assert.All([shown, updated], failure =>
        {
            Assert.NotNull(failure.Signing);
            Assert.DoesNotContain("wr0ng", failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("bird%20token", failure.Signing, StringComparison.Ordinal);
            Assert.DoesNotContain("bird%2520token", failure.Signing, StringComparison.Ordinal);
        });
    }

    private static string Line(string text, string start) =>
        text.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
}
