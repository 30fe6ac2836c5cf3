using System.Net.Http.Headers;
using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.Pipeline.Words;

namespace ApiGen.Runtime.Tests.Pipeline;

/// <summary>What is read from headers. The forms are those that servers send.</summary>
public sealed class LimitReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly LimitHeaders Twitter = new("x-rate-limit-remaining")
    {
        Limit = "x-rate-limit-limit",
        Reset = "x-rate-limit-reset",
        Window = TimeSpan.FromMinutes(15),
    };

    [Fact]
    public void Headers_that_the_spec_names_are_read_with_an_epoch() =>
        Assert.Equal(
            new LimitReport(
                "x-rate-limit-remaining", 179, 180, TimeSpan.FromSeconds(600), null, TimeSpan.FromMinutes(15)),
            SpecHeaders.Read(
                Twitter,
                Headers(
                    "x-rate-limit-limit: 180", "x-rate-limit-remaining: 179", $"x-rate-limit-reset: {Epoch(600)}"),
                Now));

    [Theory]
    [InlineData(ResetTime.Epoch, "1772367030", 630.0)]
    [InlineData(ResetTime.Seconds, "30", 30.0)]
    [InlineData(ResetTime.Seconds, "0.25", 0.25)]
    [InlineData(ResetTime.Date, "Sun, 01 Mar 2026 12:01:00 GMT", 60.0)]
    [InlineData(ResetTime.Date, "soon", null)]
    [InlineData(ResetTime.Epoch, "soon", null)]
    [InlineData(ResetTime.Epoch, "1e300", null)]
    [InlineData(ResetTime.Seconds, "NaN", null)]
    public void A_reset_is_told_in_many_ways(ResetTime time, string value, double? seconds)
    {
        LimitReport? report = SpecHeaders.Read(
            Twitter with { ResetTime = time },
            Headers("x-rate-limit-remaining: 1", $"x-rate-limit-reset: {value}"),
            Now);

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, report!.Resets);
    }

    [Theory]
    [InlineData("x-rate-limit-remaining: many")]
    [InlineData("x-rate-limit-remaining: -1")]
    [InlineData("x-rate-limit-remaining: 99999999999999999999")]
    [InlineData("x-other: 1")]
    public void What_is_no_number_says_nothing(string header) =>
        Assert.Null(SpecHeaders.Read(Twitter, Headers(header), Now));

    [Fact]
    public void The_ratelimit_field_of_the_draft_is_read_with_its_policy() =>
        Assert.Equal(
            [
                new LimitReport("RateLimit", 5, 10, TimeSpan.FromSeconds(1), null, TimeSpan.FromSeconds(1)),
                new LimitReport("RateLimit", 900, 1000, TimeSpan.FromSeconds(70), null, TimeSpan.FromDays(1)),
            ],
            RateLimitFields.Read(Headers(
                "RateLimit: \"burst\";r=5;t=1, \"a,day;\";r=900;t=70",
                "RateLimit-Policy: \"burst\";q=10;w=1",
                "RateLimit-Policy: \"a,day;\";w=86400;q=1000;qu=\"requests\"")));

    [Fact]
    public void The_ratelimit_field_of_the_seventh_draft_is_read() =>
        Assert.Equal(
            [new LimitReport("RateLimit", 50, 100, TimeSpan.FromSeconds(30), null, TimeSpan.FromSeconds(60))],
            RateLimitFields.Read(Headers("RateLimit: limit=100, remaining=50, reset=30", "RateLimit-Policy: 100;w=60")));

    [Fact]
    public void The_three_fields_of_the_first_drafts_are_read() =>
        Assert.Equal(
            [new LimitReport("RateLimit-Remaining", 50, 100, TimeSpan.FromSeconds(30), null, TimeSpan.FromSeconds(60))],
            RateLimitFields.Read(Headers(
                "RateLimit-Limit: 100, 100;w=60, 5000;w=3600", "RateLimit-Remaining: 50", "RateLimit-Reset: 30")));

    [Theory]
    [InlineData("RateLimit: \"p\";t=5")]
    [InlineData("RateLimit: ,,;;==\"")]
    [InlineData("RateLimit: limit=x, remaining=, reset")]
    [InlineData("RateLimit-Remaining: few")]
    public void A_field_without_a_remainder_says_nothing(string header) =>
        Assert.Empty(RateLimitFields.Read(Headers(header)));

    [Fact]
    public void A_report_is_of_the_only_budget_with_its_window_or_count_or_of_the_users()
    {
        BudgetClaim userDay = Claim(BudgetScope.User, 400, 1440);
        BudgetClaim userQuarter = Claim(BudgetScope.User, 15, 15);
        BudgetClaim appQuarter = Claim(BudgetScope.App, 30, 15);
        BudgetClaim[] claims = [userDay, userQuarter, appQuarter];
        LimitReport report = new("h", 1, null, null, null, TimeSpan.FromMinutes(15));

        Assert.Equal(userDay, (report with { Window = TimeSpan.FromDays(1) }).FindIn(claims));
        Assert.Equal(userQuarter, report.FindIn(claims));
        Assert.Equal(appQuarter, (report with { Limit = 30 }).FindIn(claims));
        Assert.Equal(appQuarter, (report with { Scope = BudgetScope.App }).FindIn(claims));
        Assert.Null((report with { Window = null }).FindIn(claims));
        Assert.Null((report with { Window = TimeSpan.FromMinutes(1) }).FindIn(claims));
    }

    [Fact]
    public void A_report_of_24_hours_is_of_the_budget_that_counts_by_days()
    {
        var days = BudgetCalendar.Days("UTC");
        var day = new BudgetClaim(
            new BudgetKey("Twitter/a", BudgetScope.User, "7", days.Longest) { Calendar = days }, 400);
        LimitReport report = new("h", 1, null, null, null, TimeSpan.FromDays(1));

        Assert.Equal(day, report.FindIn([day, Claim(BudgetScope.User, 15, 15)]));
    }

    private static BudgetClaim Claim(BudgetScope scope, int limit, int minutes) =>
        new(new BudgetKey("Twitter/a", scope, "7", TimeSpan.FromMinutes(minutes)), limit);

    private static long Epoch(int seconds) => Now.ToUnixTimeSeconds() + seconds;

    private static HttpResponseHeaders Headers(params string[] headers)
    {
        HttpResponseHeaders all = new HttpResponseMessage().Headers;
        foreach (string header in headers)
        {
            int colon = header.IndexOf(':', StringComparison.Ordinal);
            all.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }

        return all;
    }
}
