using ApiGen.Budgets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class SqliteBudgetStoreTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetClaim Claim = Claims.User("7", 2);

    private readonly FakeTimeProvider _time = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_was_reserved_and_settled_outlives_the_store()
    {
        await using (SqliteBudgetStore first = Open())
        {
            BudgetDecision answered = await first.ReserveAsync([Claim], Timeout);
            await first.SettleAsync(answered.Reservation, BudgetOutcome.Completed);
            await first.ReserveAsync([Claim], Timeout);
        }

        await using SqliteBudgetStore second = Open();
        BudgetDecision decision = await second.ReserveAsync([Claim], Timeout);

        Assert.Equal(_time.GetUtcNow() + Claims.Day, decision.Refusal!.ResumesAt);
        _time.Advance(Claims.Day);
        Assert.True((await second.ReserveAsync([Claim], Timeout)).IsGranted);
        Assert.False((await second.ReserveAsync([Claim], Timeout)).IsGranted);
    }

    [Fact]
    public async Task Two_stores_on_one_file_share_its_budgets_and_settle_each_others_calls()
    {
        await using SqliteBudgetStore first = Open();
        await using SqliteBudgetStore second = Open();
        BudgetDecision one = await first.ReserveAsync([Claim], Timeout);
        await second.ReserveAsync([Claim], Timeout);
        Assert.False((await first.ReserveAsync([Claim], Timeout)).IsGranted);

        await second.SettleAsync(one.Reservation, BudgetOutcome.NeverSent);

        Assert.True((await first.ReserveAsync([Claim], Timeout)).IsGranted);
        Assert.False((await second.ReserveAsync([Claim], Timeout)).IsGranted);
    }

    [Fact]
    public async Task Many_threads_on_two_stores_of_one_file_are_granted_exactly_the_limit()
    {
        await using SqliteBudgetStore first = Open();
        await using SqliteBudgetStore second = Open();
        BudgetClaim claim = Claims.App(90);

        BudgetDecision[] decisions = await Task.WhenAll(Enumerable.Range(0, 128).Select(call => Task.Run(
            async () => await (call % 2 == 0 ? first : second).ReserveAsync([claim], Timeout))));

        Assert.Equal(90, decisions.Count(decision => decision.IsGranted));
        IEnumerable<BudgetDecision> granted = decisions.Where(decision => decision.IsGranted);
        Assert.Equal(90, granted.DistinctBy(decision => decision.Reservation.Id).Count());
    }

    [Fact]
    public async Task Stores_that_open_a_new_file_at_the_same_time_make_it_once()
    {
        for (int file = 0; file < 10; file++)
        {
            SqliteBudgetStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => Open($"{file}.db"))];

            await Task.WhenAll(stores.Select(store => Task.Run(
                async () => await store.ReserveAsync([Claims.App(9)], Timeout))));

            Assert.Equal(8, Assert.Single(await stores[0].ReadAsync([Claims.App(9)])).Used);
            foreach (SqliteBudgetStore store in stores)
                await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_reservation_of_another_file_is_an_error_and_changes_nothing()
    {
        await using SqliteBudgetStore ours = Open();
        await using SqliteBudgetStore theirs = Open("other.db");
        await ours.ReserveAsync([Claim], Timeout);
        BudgetDecision foreign = await theirs.ReserveAsync([Claim], Timeout);

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await ours.SettleAsync(foreign.Reservation, BudgetOutcome.NeverSent));

        Assert.Equal(1, Assert.Single(await ours.ReadAsync([Claim])).Used);
    }

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        await using SqliteBudgetStore store = Open(Path.Combine("state", "api", "budgets.db"));

        Assert.True((await store.ReserveAsync([Claim], Timeout)).IsGranted);
        Assert.True(File.Exists(store.Path));
    }

    [Fact]
    public async Task Rows_of_idle_budgets_are_deleted_while_others_are_drawn_on()
    {
        await using SqliteBudgetStore store = Open();
        for (int user = 0; user < 50; user++)
        {
            BudgetDecision decision = await store.ReserveAsync([Claims.User($"{user}", 1)], Timeout);
            await store.SettleAsync(
                decision.Reservation, user % 2 == 0 ? BudgetOutcome.Completed : BudgetOutcome.NeverSent);
        }

        _time.Advance(Claims.Day);
        for (int call = 0; call < 30; call++)
            await store.ReserveAsync([Claims.App(100)], Timeout);

        Assert.Equal(1, Count(store.Path, "budget"));
        Assert.Equal(30, Count(store.Path, "slot"));
    }

    [Fact]
    public async Task The_number_of_used_slots_in_the_file_is_the_number_of_its_rows()
    {
        await using SqliteBudgetStore store = Open();
        foreach (BudgetOutcome outcome in Enum.GetValues<BudgetOutcome>())
        {
            BudgetDecision decision = await store.ReserveAsync([Claims.User("7", 9), Claims.App(9)], Timeout);
            await store.SettleAsync(decision.Reservation, outcome);
            _time.Advance(TimeSpan.FromHours(10));
        }

        await store.ReserveAsync([Claims.User("7", 9), Claims.App(9)], Timeout);

        using SqliteConnection connection = Connect(store.Path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM budget WHERE used = (SELECT sum(slots) FROM slot WHERE budget = id)";
        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public async Task A_disposed_store_says_so()
    {
        SqliteBudgetStore store = Open();
        await store.ReserveAsync([Claim], Timeout);
        await store.DisposeAsync();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReserveAsync([Claim], Timeout));
    }

    [Theory]
    [InlineData(SqliteDurability.PowerLoss, 2)]
    [InlineData(SqliteDurability.ProcessKill, 1)]
    public async Task Durability_is_the_files_synchronous_mode(SqliteDurability durability, long synchronous)
    {
        SqliteConnection? opened = null;
        await using var store = new SqliteBudgetStore(
            _folder.File("budgets.db"), new() { Durability = durability }, "boot", connection => opened = connection);
        await store.ReserveAsync([Claim], Timeout);

        using SqliteCommand command = opened!.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(synchronous, command.ExecuteScalar());
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }

    public void Dispose() => _folder.Dispose();

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static int Count(string path, string table)
    {
        using SqliteConnection connection = Connect(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (int)(long)command.ExecuteScalar()!;
    }

    private SqliteBudgetStore Open(string name = "budgets.db") =>
        new(_folder.File(name), new() { TimeProvider = _time });
}
