using System.Net;
using ApiGen.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class LimitHeaderTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly LimitHeaders OfUser = new("x-left")
    {
        Scope = BudgetScope.User,
        Window = Quarter,
        Limit = "x-limit",
        Reset = "x-reset",
    };

    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Answers_tell_what_is_left_and_when_more_is()
    {
        await using var sandbox = await StartAsync([OfUser], new BudgetLimit(BudgetScope.User, 2, Quarter));
        using TestClient client = new(sandbox, clock: _clock);
        string reset = $"{(Start + Quarter).ToUnixTimeSeconds()}";

        TestClient.Answer first = await client.GetAsync("/limited");
        _clock.Advance(TimeSpan.FromSeconds(100.5));
        TestClient.Answer second = await client.GetAsync("/limited");
        TestClient.Answer refused = await client.GetAsync("/limited");

        Assert.Equal(("2", "1", reset), Headers(first));
        Assert.Equal(("2", "0", reset), Headers(second));
        Assert.Equal((HttpStatusCode.TooManyRequests, 88), (refused.Status, refused.Code));
        Assert.Equal(("2", "0", reset), Headers(refused));

        // When the first call's slot is free, the second's frees next: 100.5 seconds later, rounded up.
        _clock.SetUtcNow(Start + Quarter);
        TestClient.Answer third = await client.GetAsync("/limited");
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.Equal(("2", "0", $"{(Start + Quarter).ToUnixTimeSeconds() + 101}"), Headers(third));
    }

    [Fact]
    public async Task The_tightest_of_the_limits_that_headers_are_for_is_told()
    {
        LimitHeaders any = new("x-left") { Reset = "x-reset", ResetTime = ResetTime.Seconds };
        LimitHeaders ofApp = new("x-app-left")
        {
            Scope = BudgetScope.App,
            Reset = "x-app-reset",
            ResetTime = ResetTime.Date,
        };
        await using var sandbox = await StartAsync(
            [any, ofApp],
            new BudgetLimit(BudgetScope.User, 5, Quarter),
            new BudgetLimit(BudgetScope.User, 3, TimeSpan.FromHours(1)),
            new BudgetLimit(BudgetScope.App, 9, TimeSpan.FromHours(2)),
            new BudgetLimit(BudgetScope.App, 1, TimeSpan.Zero));
        using TestClient client = new(sandbox, clock: _clock);

        TestClient.Answer answer = await client.GetAsync("/limited");

        Assert.Equal((null, "2", "3600"), Headers(answer));
        Assert.Equal("8", Header(answer, "x-app-left"));
        Assert.Equal("Tue, 01 Jan 2030 02:00:00 GMT", Header(answer, "x-app-reset"));
    }

    [Fact]
    public async Task Without_a_limit_of_their_scope_and_window_or_a_caller_there_are_no_headers()
    {
        await using var sandbox = await StartAsync(
            [OfUser],
            new BudgetLimit(BudgetScope.User, 5, TimeSpan.FromDays(1)),
            new BudgetLimit(BudgetScope.App, 5, Quarter));
        await using var limited = await StartAsync([OfUser], new BudgetLimit(BudgetScope.User, 5, Quarter));
        using TestClient client = new(sandbox, clock: _clock);
        using TestClient forger = new(limited, limited.Account with { TokenSecret = "forged" }, _clock);

        Assert.Equal((null, null, null), Headers(await client.GetAsync("/limited")));
        Assert.Equal((null, null, null), Headers(await forger.GetAsync("/limited")));
    }

    [Fact]
    public async Task A_server_may_be_made_to_say_otherwise_or_nothing()
    {
        await using var sandbox = await StartAsync([OfUser], new BudgetLimit(BudgetScope.User, 5, Quarter));
        using TestClient client = new(sandbox, clock: _clock);
        sandbox.Next().WithHeader("X-Left", "0").WithHeader("x-limit", "3").Succeeds();
        sandbox.Next().WithoutHeader("x-reset").Fails("RateLimited");
        string reset = $"{(Start + Quarter).ToUnixTimeSeconds()}";

        Assert.Equal(("3", "0", reset), Headers(await client.GetAsync("/limited")));
        Assert.Equal(("5", "3", null), Headers(await client.GetAsync("/limited")));
        Assert.Equal(("5", "2", reset), Headers(await client.GetAsync("/limited?wrong=1")));
    }

    [Fact]
    public async Task A_failure_of_another_scope_is_not_answered_for_a_limit()
    {
        ApiDescriptor api = new()
        {
            Name = "Scoped",
            BaseAddress = "https://scoped.example",
            Errors = TestApi.Twitter.Errors,
            Failures =
            [
                new(403, "1", "UserCooling", FailureMeaning.CoolDown) { Scope = BudgetScope.User },
                new(429, "2", "AppWaiting", FailureMeaning.Wait) { Scope = BudgetScope.App },
            ],
        };
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(
            TestApi.Limited(api, new BudgetLimit(BudgetScope.App, 1, Quarter)), new() { TimeProvider = _clock });
        using TestClient client = new(sandbox, clock: _clock);

        await client.GetAsync("/limited");

        Assert.Equal(2, (await client.GetAsync("/limited")).Code);
    }

    private Task<ApiGen.Sandbox.Sandbox> StartAsync(LimitHeaders[] headers, params BudgetLimit[] limits)
    {
        ApiDescriptor api = new()
        {
            Name = "Reporting",
            BaseAddress = "https://reporting.example",
            Errors = TestApi.Twitter.Errors,
            Failures = TestApi.Twitter.Failures,
            LimitHeaders = headers,
        };
        return ApiGen.Sandbox.Sandbox.StartAsync(TestApi.Limited(api, limits), new() { TimeProvider = _clock });
    }

    private static (string? Limit, string? Left, string? Reset) Headers(TestClient.Answer answer) =>
        (Header(answer, "x-limit"), Header(answer, "x-left"), Header(answer, "x-reset"));

    private static string? Header(TestClient.Answer answer, string name) =>
        answer.Response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
