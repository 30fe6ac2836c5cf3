using System.Net;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class LimitTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Four_hundred_follows_pass_in_a_day_and_each_frees_its_slot_a_day_after_it_came()
    {
        await using var sandbox = await TestApi.StartAsync(new() { TimeProvider = _clock });
        using TestClient client = new(sandbox, clock: _clock);
        DateTimeOffset start = _clock.GetUtcNow();
        for (int i = 0; i < 400; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        TestClient.Answer refused = await client.FollowAsync();
        Assert.Equal((HttpStatusCode.Forbidden, 161), (refused.Status, refused.Code));
        Assert.Contains("at most 400 calls of friendships/create", refused.Message, StringComparison.Ordinal);
        Assert.Contains("free at 2030-01-02 00:00:00.000 UTC", refused.Message, StringComparison.Ordinal);

        // One tick before the first call is a day old the window is full; then it holds one more, and not two.
        _clock.SetUtcNow(start + Day - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.FollowAsync()).Status);
        _clock.SetUtcNow(start + Day);
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.FollowAsync()).Status);
        _clock.SetUtcNow(start + Day + TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_thousand_follows_of_one_app_pass_whichever_users_make_them()
    {
        SandboxAccount[] users =
            [.. Enumerable.Range(1, 3).Select(id => new SandboxAccount("app", "secret", $"{id}-token", $"s{id}"))];
        SandboxAccount elsewhere = new("other", "secret", "4-token", "s4");
        await using var sandbox =
            await TestApi.StartAsync(new() { Accounts = [.. users, elsewhere], TimeProvider = _clock });
        for (int i = 0; i < 3; i++)
        {
            using TestClient client = new(sandbox, users[i], _clock);
            for (int n = 0; n < 350; n++) await client.FollowAsync();
        }

        ILookup<string?, SandboxRequest> followed = sandbox.Requests
            .Where(request => request.StatusCode == HttpStatusCode.OK)
            .ToLookup(request => request.User);
        Assert.Equal([350, 350, 300], new[] { "1", "2", "3" }.Select(user => followed[user].Count()));
        Assert.Equal(1050, sandbox.Requests.Count(request => request.App == "app"));
        using TestClient other = new(sandbox, elsewhere, _clock);
        Assert.Equal(HttpStatusCode.OK, (await other.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_user_is_the_same_with_a_new_token_or_through_another_app()
    {
        SandboxAccount first = new("app", "secret", "7-old", "s1");
        SandboxAccount renewed = first with { Token = "7-new", TokenSecret = "s2" };
        SandboxAccount elsewhere = new("other", "secret", "7-else", "s3");
        SandboxAccount stranger = new("app", "secret", "8-old", "s4");
        ApiDescription api = TestApi.Limited(TestApi.Twitter, new BudgetLimit(BudgetScope.User, 2, Day));
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(
            api, new() { Accounts = [first, renewed, elsewhere, stranger], TimeProvider = _clock });

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(sandbox, first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(sandbox, renewed)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CallAsync(sandbox, elsewhere)).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(sandbox, stranger)).Status);
    }

    [Fact]
    public async Task Where_tokens_tell_no_user_each_token_is_one()
    {
        SandboxAccount[] accounts = [new("app", "secret", "7-a", "s1"), new("app", "secret", "7-b", "s2")];
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(
            TestApi.Limited(TestApi.Plain, new BudgetLimit(BudgetScope.User, 1, Day)),
            new() { Accounts = accounts, TimeProvider = _clock });

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(sandbox, accounts[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(sandbox, accounts[1])).Status);
        Assert.Equal(["7-a", "7-b"], sandbox.Requests.Select(request => request.User));
    }

    [Fact]
    public async Task A_call_that_one_limit_refuses_is_not_counted_by_the_others()
    {
        ApiDescription api = TestApi.Limited(
            TestApi.Twitter,
            new BudgetLimit(BudgetScope.User, 2, TimeSpan.FromMinutes(1)),
            new BudgetLimit(BudgetScope.User, 3, TimeSpan.FromHours(1)));
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(api, new() { TimeProvider = _clock });

        await CallAsync(sandbox, sandbox.Account);
        await CallAsync(sandbox, sandbox.Account);
        TestClient.Answer minute = await CallAsync(sandbox, sandbox.Account);
        _clock.Advance(TimeSpan.FromMinutes(1));
        TestClient.Answer third = await CallAsync(sandbox, sandbox.Account);
        TestClient.Answer hour = await CallAsync(sandbox, sandbox.Account);

        Assert.Contains("00:01:00 at most 2", minute.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.Contains("01:00:00 at most 3", hour.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_does_not_matter_to_the_count_but_a_bad_signature_does()
    {
        ApiDescription api = TestApi.Limited(TestApi.Twitter, new BudgetLimit(BudgetScope.User, 3, Day));
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(api, new() { TimeProvider = _clock });
        sandbox.Next().Answers(HttpStatusCode.ServiceUnavailable);
        sandbox.Next().Resets();

        await CallAsync(sandbox, sandbox.Account with { TokenSecret = "forged" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await CallAsync(sandbox, sandbox.Account)).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(sandbox, sandbox.Account));
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(sandbox, sandbox.Account, "/limited?wrong=1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CallAsync(sandbox, sandbox.Account)).Status);
    }

    [Fact]
    public async Task An_API_that_declares_no_failure_for_it_answers_429_and_when_to_come_back()
    {
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(
            TestApi.Limited(TestApi.Plain, new BudgetLimit(BudgetScope.App, 1, TimeSpan.FromSeconds(60))),
            new() { TimeProvider = _clock });

        await CallAsync(sandbox, sandbox.Account);
        _clock.Advance(TimeSpan.FromSeconds(10.5));
        TestClient.Answer refused = await CallAsync(sandbox, sandbox.Account);

        Assert.Equal((HttpStatusCode.TooManyRequests, (int?)null), (refused.Status, refused.Code));
        Assert.Equal(TimeSpan.FromSeconds(50), refused.Response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_hundred_requests_at_once_are_counted_exactly()
    {
        ApiDescription api = TestApi.Limited(
            TestApi.Twitter, new BudgetLimit(BudgetScope.User, 40, Day), new BudgetLimit(BudgetScope.App, 1000, Day));
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(api, new() { TimeProvider = _clock });
        using TestClient client = new(sandbox, clock: _clock);

        TestClient.Answer[] answers =
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAsync("/limited")));

        Assert.Equal(40, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(60, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
        Assert.Equal(100, sandbox.Requests.Count(request => request.User is not null && request.Endpoint == "limited"));
        Assert.All(sandbox.Requests.Take(40), request => Assert.Equal(HttpStatusCode.OK, request.StatusCode));
    }

    private async Task<TestClient.Answer> CallAsync(
        ApiGen.Sandbox.Sandbox sandbox, SandboxAccount account, string target = "/limited")
    {
        using TestClient client = new(sandbox, account, _clock);
        return await client.GetAsync(target);
    }
}
