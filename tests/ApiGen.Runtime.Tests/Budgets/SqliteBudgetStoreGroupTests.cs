using ApiGen.Budgets;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Callers who wait for one file at the same time: they share its transactions and nothing else.</summary>
public sealed class SqliteBudgetStoreGroupTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteBudgetStore _store;
    private int _commits;
    private bool _failsCommits;

    public SqliteBudgetStoreGroupTests() =>
        _store = new SqliteBudgetStore(_folder.File("budgets.db"), null, "boot", CountCommits);

    [Fact]
    public async Task Callers_who_wait_share_one_transaction_first_come_first_served()
    {
        BudgetClaim claim = Claims.App(60);
        SqliteConnection other = await LockAsync();
        Task<BudgetDecision>[] waiting = [.. Enumerable.Range(0, 100).Select(_ => ReserveAsync(claim))];
        int before = _commits;
        Unlock(other);

        BudgetDecision[] decisions = await Task.WhenAll(waiting);

        // The first may have started alone, before the others came.
        Assert.InRange(_commits - before, 1, 2);
        Assert.All(decisions[..60], decision => Assert.True(decision.IsGranted));
        Assert.All(decisions[60..], decision => Assert.False(decision.IsGranted));
    }

    [Fact]
    public async Task A_caller_who_is_cancelled_while_he_waits_takes_nothing_and_waits_no_longer()
    {
        BudgetClaim claim = Claims.App(9);
        using var cancellation = new CancellationTokenSource();
        SqliteConnection other = await LockAsync();
        Task<BudgetDecision> first = ReserveAsync(claim);
        Task<BudgetDecision>[] before = [.. Enumerable.Range(0, 300).Select(_ => ReserveAsync(Claims.User("7", 999)))];
        Task<BudgetDecision> cancelled = ReserveAsync(claim, cancellation.Token);
        Task<BudgetDecision> last = ReserveAsync(claim);

        // Those before are more than one transaction takes, so this one is surely still waiting.
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Unlock(other);

        Assert.True((await first).IsGranted);
        Assert.All(await Task.WhenAll(before), decision => Assert.True(decision.IsGranted));
        Assert.True((await last).IsGranted);
        Assert.Equal(2, await UsedAsync(claim));
    }

    [Fact]
    public async Task A_callers_mistake_fails_that_caller_alone()
    {
        BudgetClaim claim = Claims.App(9);
        BudgetReservation settled = (await ReserveAsync(claim)).Reservation;
        await _store.SettleAsync(settled, BudgetOutcome.NeverSent);
        SqliteConnection other = await LockAsync();
        Task<BudgetDecision> before = ReserveAsync(claim);
        Task mistake = _store.SettleAsync(settled, BudgetOutcome.NeverSent).AsTask();
        Task<BudgetDecision> after = ReserveAsync(claim);
        Unlock(other);

        await Assert.ThrowsAsync<InvalidOperationException>(() => mistake);
        Assert.True((await before).IsGranted);
        Assert.True((await after).IsGranted);
        Assert.Equal(2, await UsedAsync(claim));
    }

    [Fact]
    public async Task A_commit_that_fails_has_failed_for_all_and_nothing_is_held()
    {
        BudgetClaim claim = Claims.App(99);
        BudgetReservation underWay = (await ReserveAsync(claim)).Reservation;
        SqliteConnection other = await LockAsync();
        _failsCommits = true;
        Task[] waiting =
        [
            .. Enumerable.Range(0, 20).Select(_ => ReserveAsync(claim)),
            _store.SettleAsync(underWay, BudgetOutcome.NeverSent).AsTask(),
        ];
        Unlock(other);

        foreach (Task task in waiting)
        {
            BudgetStoreException exception = await Assert.ThrowsAsync<BudgetStoreException>(() => task);
            Assert.Contains(_store.Path, exception.Message, StringComparison.Ordinal);
        }

        _failsCommits = false;
        Assert.Equal(1, await UsedAsync(claim));
        await _store.SettleAsync(underWay, BudgetOutcome.NeverSent);
        Assert.Equal(0, await UsedAsync(claim));
    }

    [Fact]
    public async Task A_lock_held_too_long_fails_all_who_wait_for_it_and_nothing_is_held()
    {
        BudgetClaim claim = Claims.App(99);
        await using var hasty = new SqliteBudgetStore(
            _store.Path, new() { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await hasty.ReserveAsync([claim], Timeout);
        SqliteConnection other = await LockAsync();
        Task[] waiting = [.. Enumerable.Range(0, 20).Select(_ => hasty.ReserveAsync([claim], Timeout).AsTask())];

        foreach (Task task in waiting)
            await Assert.ThrowsAsync<BudgetStoreException>(() => task);
        Unlock(other);

        Assert.Equal(1, await UsedAsync(claim));
    }

    [Fact]
    public async Task What_was_asked_before_a_store_is_disposed_is_done()
    {
        BudgetClaim claim = Claims.App(999);
        SqliteConnection other = await LockAsync();
        Task<BudgetDecision>[] waiting = [.. Enumerable.Range(0, 600).Select(_ => ReserveAsync(claim))];
        ValueTask disposal = _store.DisposeAsync();
        Unlock(other);
        await disposal;

        Assert.All(waiting, task => Assert.True(task.IsCompleted));
        Assert.All(await Task.WhenAll(waiting), decision => Assert.True(decision.IsGranted));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await ReserveAsync(claim));
    }

    [Fact]
    public async Task Reading_callers_see_what_those_before_them_took()
    {
        BudgetClaim claim = Claims.App(9);
        SqliteConnection other = await LockAsync();
        Task<BudgetDecision> reserved = ReserveAsync(claim);
        Task<int> read = UsedAsync(claim);
        Unlock(other);

        await reserved;
        Assert.Equal(1, await read);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Unlock(SqliteConnection other) => other.Dispose();

    private void CountCommits(SqliteConnection connection) =>
        raw.sqlite3_commit_hook(
            connection.Handle,
            _ =>
            {
                Interlocked.Increment(ref _commits);
                return _failsCommits ? 1 : 0;
            },
            null);

    /// <summary>Keeps the store from writing, as another process does that is writing itself.</summary>
    private async Task<SqliteConnection> LockAsync()
    {
        await _store.ReadAsync([]);
        var other = new SqliteConnection($"Data Source={_store.Path};Pooling=False");
        other.Open();
        Execute(other, "BEGIN IMMEDIATE");
        return other;
    }

    private Task<BudgetDecision> ReserveAsync(BudgetClaim claim, CancellationToken cancellationToken = default) =>
        _store.ReserveAsync([claim], Timeout, cancellationToken).AsTask();

    private async Task<int> UsedAsync(BudgetClaim claim) => Assert.Single(await _store.ReadAsync([claim])).Used;
}
