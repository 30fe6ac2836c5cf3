using System.Net;
using ApiGen.CompilerServices;
using ApiGen.EndToEnd.Tests.Client;
using Microsoft.Extensions.Time.Testing;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Signing;

public sealed class ClockTests
{
    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    [InlineData(-1_000_000_000)]
    public async Task A_clock_that_is_wrong_is_put_right_by_the_servers_for_all_calls_of_the_client(int seconds)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client(configure: options => options.TimeProvider = Off(sandbox, seconds));

        await twitter.Friendships.CreateAsync("twitterdev");
        await twitter.Friendships.CreateAsync("twitterdev");

        Assert.Equal([401, 200, 200], sandbox.Server.Requests.Select(request => (int?)request.StatusCode));
        Assert.Equal((3, 3), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_server_that_goes_on_refusing_is_asked_no_more_than_twice()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Always().Fails(TwitterFailures.TimestampOutOfBounds);

        ApiException failure = await Assert.ThrowsAsync<ApiException>(() => sandbox
            .Client(configure: options => options.TimeProvider = Off(sandbox, 100))
            .Friendships.CreateAsync("twitterdev"));

        Assert.Equal(FailureMeaning.Clock, failure.Means);
        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_or_with_the_same_time_is_not_retried()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Fails(TwitterFailures.TimestampOutOfBounds);
        sandbox.Server.Next().Fails(TwitterFailures.AuthenticationFailed);

        ApiException sameTime = await sandbox.FailedAsync();
        ApiException otherReason = await sandbox.FailedAsync(options => options.TimeProvider = Off(sandbox, 290));

        Assert.Equal(["135", "32"], [sameTime.Code, otherReason.Code]);
        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Theory]
    [InlineData(299, 1)]
    [InlineData(301, 2)]
    public async Task Where_the_spec_is_silent_a_401_is_the_clocks_fault_if_it_is_five_minutes_off(
        int seconds, int requests)
    {
        await using SignedApi api = await SignedApi.StartAsync();
        if (requests == 1) api.Server.Next().Answers(HttpStatusCode.Unauthorized);
        ApiConnection connection = api.Connect(clock: new FakeTimeProvider(api.Clock.GetUtcNow().AddSeconds(seconds)));

        if (requests == 1) await Assert.ThrowsAsync<ApiException>(() => api.ShowAsync("Kea", connection));
        else await api.ShowAsync("Kea", connection);

        Assert.Equal(requests, api.Server.Requests.Count);
    }

    private static FakeTimeProvider Off(TwitterSandbox sandbox, int seconds) =>
        new(sandbox.Clock.GetUtcNow().AddSeconds(seconds));
}
