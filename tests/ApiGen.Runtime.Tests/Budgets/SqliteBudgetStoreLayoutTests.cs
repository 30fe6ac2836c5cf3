using ApiGen.Budgets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>
/// Files of other versions. <c>layout-1.budgets</c> and <c>layout-2.budgets</c> were made by the packages that knew no
/// later ones.
/// </summary>
public sealed class SqliteBudgetStoreLayoutTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BudgetClaim[] Budgets = [Claims.User("7", 400), Claims.User("8", 400), Claims.App(1000)];

    // User 7 was answered after one, two and three seconds; an hour later user 8's call was of unknown outcome, and
    // this one of user 7 was left under way.
    private static readonly BudgetReservation UnderWay =
        new([Budgets[0], Budgets[2]], 8898757452910396328, 639079668330000000);

    private readonly FakeTimeProvider _time = new(Start + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(3));
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("budgets.db");

    [Fact]
    public async Task A_file_of_layout_1_is_brought_up_in_place_and_loses_nothing()
    {
        CopyLayout1(Path);
        await using SqliteBudgetStore store = Open();

        IReadOnlyList<BudgetLog> logs = await store.ReadLogAsync(Budgets);

        DateTimeOffset[] answered = [.. Enumerable.Range(1, 3).Select(second => Start.AddSeconds(second) + Claims.Day)];
        DateTimeOffset deadline = _time.GetUtcNow() + Timeout + Claims.Day;
        Assert.Equal([.. answered, deadline], logs[0].Frees);
        Assert.Equal([deadline], logs[1].Frees);
        Assert.Equal([.. answered, deadline, deadline], logs[2].Frees);
        Assert.Equal(3L, Read(Path, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_call_reserved_by_the_older_package_is_settled_by_this_one()
    {
        CopyLayout1(Path);
        await using SqliteBudgetStore store = Open();

        await store.SettleAsync(UnderWay, BudgetOutcome.NeverSent);

        Assert.Equal([3, 1, 4], (await store.ReadAsync(Budgets)).Select(state => state.Used));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await store.SettleAsync(UnderWay, BudgetOutcome.NeverSent));
    }

    [Fact]
    public async Task A_file_brought_up_keeps_costs_parts_and_words_as_a_new_one_does()
    {
        CopyLayout1(Path);
        await using SqliteBudgetStore store = Open();
        BudgetClaim dear = Claims.App(1000, cost: 5, sharer: "7");

        BudgetDecision decision = await store.ReserveAsync([dear], Timeout);
        await store.SettleAsync(
            decision.Reservation, BudgetOutcome.Completed, [new ServerWord(dear.Key, 12, TimeSpan.FromHours(1))]);

        BudgetState state = Assert.Single(await store.ReadAsync([dear]));
        Assert.Equal((10, 5, 10), (state.Used, state.UsedByCaller, state.LeftByServer));
    }

    [Fact]
    public async Task A_file_brought_up_has_the_columns_of_a_new_one()
    {
        CopyLayout1(Path);
        await using (SqliteBudgetStore old = Open())
            await old.ReadAsync(Budgets);
        await using (var fresh = new SqliteBudgetStore(_folder.File("new.db")))
            await fresh.ReadAsync(Budgets);

        const string columns =
            "SELECT group_concat(line, '; ') FROM (" +
            "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.pk || c.\"notnull\" AS line " +
            "FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid)";
        Assert.Equal(Read(_folder.File("new.db"), columns), Read(Path, columns));
    }

    [Fact]
    public async Task A_file_that_was_being_brought_up_when_the_process_was_killed_is_as_it_was()
    {
        string killed = _folder.File("killed.db");
        CopyLayout1(killed);
        using (SqliteConnection connection = Connect(killed))
        {
            // Changes that don't fit in memory go to the log before they are committed. What lies on the disk then is
            // what a killed process leaves.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
            Execute(connection, "BEGIN IMMEDIATE; ALTER TABLE slot ADD COLUMN slots INTEGER NOT NULL DEFAULT 1");
            Execute(connection, "CREATE TABLE word (budget INTEGER PRIMARY KEY, remaining INTEGER NOT NULL) STRICT");
            Execute(connection, "CREATE TABLE filler AS SELECT randomblob(2000) FROM slot a, slot b");
            Assert.InRange(new FileInfo(killed + "-wal").Length, 100_000, int.MaxValue);
            File.Copy(killed, Path);
            File.Copy(killed + "-wal", Path + "-wal");
        }

        Assert.Equal(1L, Read(Path, "PRAGMA user_version"));
        Assert.Equal(10L, Read(Path, "SELECT count(*) FROM slot"));
        await using SqliteBudgetStore store = Open();
        Assert.Equal([4, 1, 5], (await store.ReadAsync(Budgets)).Select(state => state.Used));
    }

    [Fact]
    public async Task Stores_that_open_a_file_of_layout_1_at_the_same_time_bring_it_up_once()
    {
        CopyLayout1(Path);
        SqliteBudgetStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => Open())];

        await Task.WhenAll(stores.Select(store => Task.Run(
            async () => await store.ReserveAsync([Budgets[2]], Timeout))));

        Assert.Equal(13, Assert.Single(await stores[0].ReadAsync([Budgets[2]])).Used);
        foreach (SqliteBudgetStore store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task An_older_package_that_has_the_file_open_can_reserve_nothing_once_it_is_brought_up()
    {
        CopyLayout1(Path);
        using SqliteConnection older = Connect(Path);
        Execute(older, "PRAGMA journal_mode = WAL");
        await using SqliteBudgetStore store = Open();
        await store.ReadAsync(Budgets);

        // As that package writes it. It then opens the file again, and finds a layout that it doesn't know.
        SqliteException refusal = Assert.Throws<SqliteException>(
            () => Execute(older, "INSERT INTO slot VALUES (1, 2, 3, 1)"));

        Assert.Contains("has 5 columns but 4 values", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_package_may_bring_the_file_up_while_it_is_open_and_this_one_then_leaves_it_alone()
    {
        await using SqliteBudgetStore store = Open();
        BudgetDecision decision = await store.ReserveAsync([Budgets[0]], Timeout);
        using (SqliteConnection newer = Connect(Path))
            Execute(newer, "PRAGMA user_version = 4");

        BudgetStoreException exception = await Assert.ThrowsAsync<BudgetStoreException>(
            async () => await store.SettleAsync(decision.Reservation, BudgetOutcome.NeverSent));

        Assert.Contains("has layout 4, and this version of", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Read(Path, "SELECT count(*) FROM slot WHERE under_way = 1"));
    }

    [Fact]
    public async Task A_file_of_layout_2_is_brought_up_in_place_and_loses_nothing()
    {
        // User 7 was answered after a second, when 500 were said to be left; user 8's call is of unknown outcome, and
        // another of user 7 was left under way. All took two slots of the app.
        CopyLayout(2, Path);
        await using SqliteBudgetStore store = Open();
        BudgetClaim app = Claims.App(1000, cost: 2, sharer: "7");
        DateTimeOffset deadline = Start + TimeSpan.FromSeconds(103);

        BudgetState[] states = [.. await store.ReadAsync([Budgets[0], Budgets[1], app])];
        await store.SettleAsync(
            new([Budgets[0], app], 2580194166486554889, deadline.UtcTicks), BudgetOutcome.NeverSent);

        Assert.Equal([2, 1, 6], states.Select(state => state.Used));
        Assert.Equal((4, 496), (states[2].UsedByCaller, states[2].LeftByServer));
        Assert.Equal([1, 1, 4], (await store.ReadAsync([Budgets[0], Budgets[1], app])).Select(state => state.Used));
        Assert.Equal(3L, Read(Path, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_brought_up_counts_by_days_as_a_new_one_does()
    {
        CopyLayout(2, Path);
        await using SqliteBudgetStore store = Open();
        var calendar = BudgetCalendar.Days("America/New_York");
        var claim = new BudgetClaim(Claims.User("7", 1, calendar.Longest).Key with { Calendar = calendar }, 1);
        DateTimeOffset answered = _time.GetUtcNow();

        BudgetDecision decision = await store.ReserveAsync([claim], Timeout);
        await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);

        Assert.False((await store.ReserveAsync([claim], Timeout)).IsGranted);

        // The moment of the answer, and not that of midnight, so that a change of the zone's rules changes midnight.
        Assert.Equal(
            answered.UtcTicks,
            Read(Path, "SELECT frees FROM slot s JOIN budget b ON b.id = s.budget WHERE calendar <> ''"));
    }

    public void Dispose() => _folder.Dispose();

    private static void CopyLayout1(string path) => CopyLayout(1, path);

    private static void CopyLayout(int layout, string path) =>
        File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "Budgets", $"layout-{layout}.budgets"), path);

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object Read(string path, string sql)
    {
        using SqliteConnection connection = Connect(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private SqliteBudgetStore Open() => new(Path, new() { TimeProvider = _time }, "boot");
}
