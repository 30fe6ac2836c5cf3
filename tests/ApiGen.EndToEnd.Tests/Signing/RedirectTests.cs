using System.Net;
using System.Text.Json;
using ApiGen.EndToEnd.Tests.Client;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Signing;

public sealed class RedirectTests
{
    private const string Elsewhere = "/1.1/friendships/create.json?user_id=12&follow=%C3%A9!+x";

    [Theory]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_redirect_within_the_origin_is_signed_for_its_own_URL_and_draws_its_own_permit(
        HttpStatusCode status)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        Redirect(sandbox, status, "/1.1/friendships/create.json?user_id=12");

        await sandbox.Client().Friendships.CreateAsync("twitterdev");

        Assert.Equal(
            ["screen_name=twitterdev", "user_id=12"],
            sandbox.Server.Requests.Select(request => request.Target.Split('?')[1]));
        Assert.Equal(["POST", "POST"], sandbox.Server.Requests.Select(request => request.Method));
        Assert.Equal((2, 2), await sandbox.UsedAsync());
    }

    [Theory]
    [InlineData(OAuth1Transmission.Header)]
    [InlineData(OAuth1Transmission.Query)]
    [InlineData(OAuth1Transmission.Form)]
    public async Task A_form_that_is_redirected_is_sent_on_with_a_new_signature(OAuth1Transmission send)
    {
        await using SignedApi api = await SignedApi.StartAsync(new() { Send = send });
        api.Server.Next().WithHeader("Location", "/birds/other?").Answers(HttpStatusCode.TemporaryRedirect);

        JsonElement bird = await api.UpdateAsync("Kea");

        Assert.Equal(("other", "Kea"), (bird.GetProperty("id").GetString(), bird.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    public async Task A_GET_follows_every_redirect_and_a_POST_only_those_that_leave_it_a_POST(HttpStatusCode status)
    {
        await using SignedApi api = await SignedApi.StartAsync();
        api.Server.Next(2).WithHeader("Location", "/birds/other?name=%C3%A9!+x&name2").Answers(status);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.ShowAsync("Kea"));
        Assert.Contains("name2", failure.Message, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<ApiException>(() => api.UpdateAsync("Kea"));

        Assert.Equal(status, failure.StatusCode);
        Assert.Contains("a POST would become a GET", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, api.Server.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_is_refused_and_nothing_goes_there()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        await using TwitterSandbox elsewhere = await TwitterSandbox.StartAsync();
        Redirect(sandbox, HttpStatusCode.TemporaryRedirect, new Uri(elsewhere.Server.Address, Elsewhere).AbsoluteUri);

        ApiException failure = await sandbox.FailedAsync();

        Assert.Equal(HttpStatusCode.TemporaryRedirect, failure.StatusCode);
        Assert.Contains(
            $"another origin, {elsewhere.Server.Address.ToString().TrimEnd('/')}, and no signature is sent there",
            failure.Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Server.Requests);
        Assert.Empty(elsewhere.Server.Requests);
    }

    [Fact]
    public async Task Redirects_that_lead_in_a_circle_end()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Always()
            .WithHeader("Location", "/1.1/friendships/create.json?user_id=12")
            .Answers(HttpStatusCode.TemporaryRedirect);

        ApiException failure = await sandbox.FailedAsync();

        Assert.Contains("redirected more than 5 times", failure.Message, StringComparison.Ordinal);
        Assert.Equal(6, sandbox.Server.Requests.Count);
        Assert.Equal((6, 6), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_redirect_back_to_a_URL_that_is_already_signed_is_refused()
    {
        await using SignedApi api = await SignedApi.StartAsync(new() { Send = OAuth1Transmission.Query });
        api.Server.Next()
            .WithHeader("Location", "/birds/other?oauth_signature=old")
            .Answers(HttpStatusCode.TemporaryRedirect);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.ShowAsync("Kea"));

        Assert.Contains("parameters of OAuth", failure.Message, StringComparison.Ordinal);
        Assert.Single(api.Server.Requests);
    }

    [Fact]
    public async Task A_redirected_call_that_is_retried_begins_again_at_its_own_address()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        using var retries = new RetryOnServerError();
        Redirect(sandbox, HttpStatusCode.TemporaryRedirect, "/1.1/friendships/create.json?user_id=12");
        sandbox.Server.Next().Fails("OverCapacity");

        User user = await sandbox.Client(configure: options => options.OuterHandlers.Add(retries))
            .Friendships.CreateAsync("twitterdev");

        Assert.Equal("twitterdev", user.ScreenName);
        Assert.Equal([307, 503, 200], sandbox.Server.Requests.Select(request => (int?)request.StatusCode));
    }

    private static void Redirect(TwitterSandbox sandbox, HttpStatusCode status, string location) =>
        sandbox.Server.Next().WithHeader("Location", location).Answers(status);
}
