using System.Net;
using ApiGen.Sandbox;
using static ApiGen.EndToEnd.Tests.Storm.StormRound;

namespace ApiGen.EndToEnd.Tests.Storm;

/// <summary>What holds after a storm of processes on one budget file, as the server has counted.</summary>
public sealed class StormTests(StormRound storm, ITestOutputHelper output) : IClassFixture<StormRound>
{
    private const int Limit = 400;

    [Fact]
    public void The_kill_falls_amid_the_calls()
    {
        PrintFigures();

        Assert.InRange(storm.ArrivedAtKill, storm.KillDue, Limit - 1);
        Assert.NotEqual(0, ArrivalsOf(storm.Victim));
        Assert.NotEqual(0, ArrivalsOf($"{storm.Victim}again"));
    }

    [Fact]
    public void No_more_calls_reach_the_server_than_the_limit_allows()
    {
        // The sandbox has let every call through, and knows them by their signatures for the one user's.
        Assert.All(storm.Arrivals, request => Assert.NotNull(request.User));
        Assert.Single(storm.Arrivals.Select(request => (request.Endpoint, request.User)).Distinct());
        Assert.InRange(storm.Arrivals.Count, 0, Limit);
    }

    [Fact]
    public void All_of_the_budget_is_used_but_what_the_killed_process_had_under_way() =>
        Assert.InRange(storm.Arrivals.Count, Limit - Concurrency, Limit);

    [Fact]
    public void Every_call_is_answered_but_those_of_the_killed_process()
    {
        Assert.All(storm.Answered, process => Assert.Equal(process.Value, ArrivalsOf(process.Key)));
        SandboxRequest[] others = [.. storm.Arrivals.Where(request => request.StatusCode != HttpStatusCode.OK)];
        Assert.All(others, request => Assert.Equal((null, storm.Victim), (request.StatusCode, SenderOf(request))));
        Assert.InRange(others.Length, 0, Concurrency);
    }

    [Fact]
    public void Another_process_reads_that_nothing_is_left()
    {
        Assert.Equal([BudgetScope.User, BudgetScope.App], storm.Budgets.Select(budget => budget.Key.Scope));
        Assert.Equal([Limit, Limit], storm.Budgets.Select(budget => budget.Used));
        Assert.Equal([0, 600], storm.Budgets.Select(budget => budget.Remaining));
    }

    private int ArrivalsOf(string process) => storm.Arrivals.Count(request => SenderOf(request) == process);

    private void PrintFigures()
    {
        int unanswered = storm.Arrivals.Count(request => request.StatusCode is null);
        output.WriteLine($"{storm.Arrivals.Count} of {Limit} calls arrived, {unanswered} unanswered.");
        output.WriteLine($"{storm.Victim} was killed at {storm.ArrivedAtKill} arrivals (due at {storm.KillDue}).");
        foreach (IGrouping<string, SandboxRequest> process in storm.Arrivals.GroupBy(SenderOf))
            output.WriteLine($"{process.Key}: {process.Count()} arrivals.");
    }
}
