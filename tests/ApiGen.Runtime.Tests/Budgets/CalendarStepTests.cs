using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Wall clocks that are set while a day's slots are held. It is noon in UTC when they are taken.</summary>
public abstract class CalendarStepTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetCalendar Utc = BudgetCalendar.Days("UTC");
    private static readonly BudgetClaim Claim = new(
        new BudgetKey("Twitter/friendships/create", BudgetScope.User, "7", Utc.Longest) { Calendar = Utc }, 1);

    private protected SteppedTimeProvider Time { get; } = new();

    private protected abstract IBudgetStore Store { get; }

    [Fact]
    public async Task A_clock_set_past_midnight_doesnt_end_the_day()
    {
        await CompleteAsync();
        Time.StepWall(TimeSpan.FromHours(13));

        await AssertFreesAfterAsync(Utc.Longest);
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_put_right_doesnt_end_the_day_at_the_wrong_midnight()
    {
        Time.StepWall(TimeSpan.FromHours(11));
        await CompleteAsync();
        Time.StepWall(TimeSpan.FromHours(-11));
        Assert.False(await TryAsync());

        await AssertFreesAfterAsync(Utc.Longest);
    }

    [Fact]
    public async Task A_clock_set_back_over_midnight_doesnt_begin_the_day_before_anew()
    {
        Time.Advance(TimeSpan.FromHours(12.5));
        await CompleteAsync();
        Time.StepWall(TimeSpan.FromHours(-1));
        Assert.False(await TryAsync());
        Time.Advance(TimeSpan.FromHours(1));

        Assert.False(await TryAsync());
    }

    [Fact]
    public async Task A_clock_that_is_right_again_is_believed_when_the_longest_day_has_passed()
    {
        await CompleteAsync();
        Time.StepWall(TimeSpan.FromHours(1));
        Assert.False(await TryAsync());
        Time.Advance(Utc.Longest);
        Assert.True(await TryAsync());
        await AssertFreesAfterAsync(TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task A_correction_of_less_than_a_second_changes_nothing()
    {
        await CompleteAsync();
        Time.StepWall(TimeSpan.FromMilliseconds(900));

        await AssertFreesAfterAsync(TimeSpan.FromHours(12) - TimeSpan.FromMilliseconds(900));
    }

    private async Task AssertFreesAfterAsync(TimeSpan span)
    {
        BudgetDecision refused = await Store.ReserveAsync([Claim], Timeout);
        Assert.Equal(Time.GetUtcNow() + span, refused.Refusal?.ResumesAt);
        Time.Advance(span - TimeSpan.FromTicks(1));
        Assert.False(await TryAsync());
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await TryAsync());
    }

    private async Task CompleteAsync() => Assert.True(await TryAsync());

    private async Task<bool> TryAsync()
    {
        BudgetDecision decision = await Store.ReserveAsync([Claim], Timeout);
        if (decision.IsGranted)
            await Store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        return decision.IsGranted;
    }
}

/// <summary>In memory.</summary>
public sealed class MemoryCalendarStepTests : CalendarStepTests
{
    private readonly MemoryBudgetStore _store;

    public MemoryCalendarStepTests() => _store = new MemoryBudgetStore(Time);

    private protected override IBudgetStore Store => _store;
}

/// <summary>In a file.</summary>
public sealed class SqliteCalendarStepTests : CalendarStepTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteBudgetStore _store;

    public SqliteCalendarStepTests() =>
        _store = new SqliteBudgetStore(_folder.File("budgets.db"), new() { TimeProvider = Time }, Time.Boot);

    private protected override IBudgetStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
