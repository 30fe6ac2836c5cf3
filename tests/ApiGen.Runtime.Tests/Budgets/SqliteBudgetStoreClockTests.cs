using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Wall clocks that are set, and machines that restart.</summary>
public sealed class SqliteBudgetStoreClockTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetClaim Claim = Claims.User("7", 1);

    private readonly SteppedTimeProvider _time = new();
    private readonly TemporaryFolder _folder = new();
    private string? _boot;
    private SqliteBudgetStore _store;

    public SqliteBudgetStoreClockTests() => _store = Open();

    [Fact]
    public async Task A_wall_clock_set_forward_frees_nothing_early()
    {
        await CompleteAsync();
        _time.StepWall(TimeSpan.FromDays(400));

        await AssertFreesAfterAsync(Claims.Day);
    }

    [Fact]
    public async Task A_wall_clock_set_forward_frees_nothing_early_for_a_process_that_starts_afterwards()
    {
        await CompleteAsync();
        _time.StepWall(TimeSpan.FromDays(400));
        Reopen();

        await AssertFreesAfterAsync(Claims.Day);
    }

    [Fact]
    public async Task A_wall_clock_set_backward_frees_nothing_early_and_holds_no_longer_than_a_window()
    {
        await CompleteAsync();
        _time.StepWall(TimeSpan.FromDays(-400));
        Assert.False(await TryAsync());

        await AssertFreesAfterAsync(Claims.Day);
    }

    [Fact]
    public async Task A_wall_clock_that_was_ahead_when_the_slot_was_taken_holds_it_no_longer_than_a_window()
    {
        _time.StepWall(TimeSpan.FromDays(400));
        await CompleteAsync();
        _time.StepWall(TimeSpan.FromDays(-400));
        Assert.False(await TryAsync());
        Reopen();

        await AssertFreesAfterAsync(Claims.Day);
    }

    [Fact]
    public async Task Time_that_the_machine_was_off_counts()
    {
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(20));
        Restart();

        await AssertFreesAfterAsync(TimeSpan.FromHours(4));
    }

    [Fact]
    public async Task Where_the_machines_runs_have_no_name_a_restart_shows_in_its_monotonic_clock()
    {
        _boot = "";
        Reopen();
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(20));
        Restart();
        Assert.False(await TryAsync());

        await AssertFreesAfterAsync(TimeSpan.FromHours(4));
    }

    [Fact]
    public async Task A_wall_clock_stepped_before_a_restart_does_not_count_as_time_that_the_machine_was_off()
    {
        _time.StepWall(TimeSpan.FromDays(400));
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Restart();

        await AssertFreesAfterAsync(TimeSpan.FromHours(23));
    }

    [Fact]
    public async Task A_machine_that_restarts_with_its_clock_at_zero_frees_nothing_early_and_holds_a_window_at_most()
    {
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(20));
        Restart();
        _time.StepWall(TimeSpan.FromDays(-9000));
        Assert.False(await TryAsync());

        await AssertFreesAfterAsync(Claims.Day);
    }

    [Fact]
    public async Task Across_a_restart_the_wall_clock_is_believed_and_one_set_forward_frees_as_much_too_early()
    {
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Restart();
        _time.StepWall(TimeSpan.FromHours(5));

        await AssertFreesAfterAsync(TimeSpan.FromHours(18));
    }

    [Fact]
    public async Task A_wall_clock_set_forward_after_the_first_use_since_a_restart_frees_nothing_early()
    {
        await CompleteAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Restart();
        await _store.SettleAsync(
            (await _store.ReserveAsync([Claims.App(9)], Timeout)).Reservation, BudgetOutcome.NeverSent);
        _time.StepWall(TimeSpan.FromHours(5));

        await AssertFreesAfterAsync(TimeSpan.FromHours(23));
    }

    [Fact]
    public async Task The_servers_word_ends_no_earlier_for_a_wall_clock_set_forward_or_backward()
    {
        BudgetClaim[] ten = [Claims.User("7", 10)];
        BudgetDecision decision = await _store.ReserveAsync(ten, Timeout);
        await _store.SettleAsync(
            decision.Reservation, BudgetOutcome.Completed, [new ServerWord(ten[0].Key, 0, TimeSpan.FromHours(1))]);

        foreach (int hours in new[] { 400, -900 })
        {
            _time.StepWall(TimeSpan.FromHours(hours));
            _time.Advance(TimeSpan.FromMinutes(20));
            BudgetRefusal? refusal = (await _store.ReserveAsync(ten, Timeout)).Refusal;
            Assert.Equal(BudgetRefusalReason.ServerWord, refusal?.Reason);
            Reopen();
        }
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_wall_time_of_its_day()
    {
        await CompleteAsync();
        _time.StepWall(TimeSpan.FromDays(10));

        BudgetDecision decision = await _store.ReserveAsync([Claim], Timeout);

        Assert.Equal(_time.GetUtcNow() + Claims.Day, decision.Refusal!.ResumesAt);
        Assert.Equal(_time.GetUtcNow() + Claims.Day, Assert.Single(await _store.ReadAsync([Claim])).NextFree);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private SqliteBudgetStore Open() =>
        new(_folder.File("budgets.db"), new() { TimeProvider = _time }, _boot ?? _time.Boot);

    private void Reopen()
    {
        _store.Dispose();
        _store = Open();
    }

    private void Restart()
    {
        _time.Restart();
        Reopen();
    }

    private async Task<bool> TryAsync() => (await _store.ReserveAsync([Claim], Timeout)).IsGranted;

    private async Task CompleteAsync()
    {
        BudgetDecision decision = await _store.ReserveAsync([Claim], Timeout);
        await _store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
    }

    private async Task AssertFreesAfterAsync(TimeSpan wait)
    {
        _time.Advance(wait - TimeSpan.FromTicks(1));
        Assert.False(await TryAsync());
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await TryAsync());
    }
}
