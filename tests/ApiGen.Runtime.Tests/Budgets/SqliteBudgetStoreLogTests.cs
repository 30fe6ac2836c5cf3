using ApiGen.Budgets;
using Microsoft.Data.Sqlite;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>How much a call writes to SQLite's log of changes, and how long that log grows.</summary>
public sealed class SqliteBudgetStoreLogTests : IDisposable
{
    private const int Kilobyte = 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly SqliteBudgetStoreOptions Unflushed = new() { Durability = SqliteDurability.ProcessKill };

    private readonly TemporaryFolder _folder = new();
    private int _calls;

    private string Path => _folder.File("budgets.db");

    [Fact]
    public async Task A_lone_call_of_a_user_and_an_app_writes_less_than_ten_kilobytes()
    {
        await using var store = new SqliteBudgetStore(Path, Unflushed);
        for (int user = 0; user < 300; user++)
            await CallAsync(store);
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        for (int call = 0; call < 50; call++)
            await CallAsync(store);

        Assert.InRange(LogLength, 1, 50 * 10 * Kilobyte);
    }

    [Fact]
    public async Task Under_a_steady_load_of_two_stores_the_log_stays_short()
    {
        await using var first = new SqliteBudgetStore(Path, Unflushed);
        await using var second = new SqliteBudgetStore(Path, Unflushed);
        long longest = 0;
        for (int call = 0; call < 300; call++)
        {
            await Task.WhenAll(CallAsync(first), CallAsync(second), CallAsync(first), CallAsync(second));
            longest = Math.Max(longest, LogLength);
        }

        Assert.InRange(longest, 1, 2048 * Kilobyte);
    }

    [Fact]
    public async Task A_long_reader_stops_nobody_and_when_it_is_gone_the_log_is_cut_back()
    {
        await using var store = new SqliteBudgetStore(Path, Unflushed);
        await CallAsync(store);
        using (SqliteConnection reader = Connect())
        {
            using SqliteCommand command = reader.CreateCommand();
            command.CommandText = "BEGIN; SELECT count(*) FROM slot";
            command.ExecuteScalar();
            while (LogLength < 6 * Kilobyte * Kilobyte)
                await CallAsync(store);
        }

        for (int call = 0; call < 20; call++)
            await CallAsync(store);

        Assert.InRange(LogLength, 1, 4 * Kilobyte * Kilobyte);
        BudgetClaim app = Claims.App(1_000_000);
        Assert.Equal(_calls, Assert.Single(await store.ReadAsync([app])).Used);
    }

    public void Dispose() => _folder.Dispose();

    private long LogLength => new FileInfo(Path + "-wal").Length;

    private async Task CallAsync(SqliteBudgetStore store)
    {
        BudgetClaim[] claims = [Claims.User($"{Interlocked.Increment(ref _calls) % 300}", 400), Claims.App(1_000_000)];
        BudgetDecision decision = await store.ReserveAsync(claims, Timeout);
        Assert.True(decision.IsGranted);
        await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
