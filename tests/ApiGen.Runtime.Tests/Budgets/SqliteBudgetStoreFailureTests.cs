using System.Text;
using ApiGen.Budgets;
using Microsoft.Data.Sqlite;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Files that can't be used: one clear sentence, nothing lost, nothing half taken.</summary>
public sealed class SqliteBudgetStoreFailureTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly SqliteBudgetStoreOptions Hasty = new() { BusyTimeout = TimeSpan.FromMilliseconds(50) };

    private readonly TemporaryFolder _folder = new();
    private readonly BudgetClaim[] _claims = [Claims.User("7", 1_000_000), Claims.App(1_000_000)];

    private string Path => _folder.File("budgets.db");

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        string text = string.Concat(Enumerable.Repeat("Dear diary, today I followed nobody. ", 100));
        await File.WriteAllTextAsync(Path, text);

        await AssertFailsAsync("isn't a budget file: name another file");

        Assert.Equal(text, await File.ReadAllTextAsync(Path));
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        Execute("CREATE TABLE theirs (id INTEGER)");
        byte[] before = await File.ReadAllBytesAsync(Path);

        await AssertFailsAsync("is another program's database: name another file");

        Assert.Equal(before, await File.ReadAllBytesAsync(Path));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await ReserveOnceAsync();
        Execute("PRAGMA user_version = 4");

        await AssertFailsAsync(
            "has layout 4, and this version of ApiGen.Runtime.Sqlite knows layout 3: update the package");
    }

    [Fact]
    public async Task A_damaged_file_is_reported()
    {
        await ReserveOnceAsync();
        using (FileStream file = File.OpenWrite(Path))
        {
            file.Position = 4096;
            file.Write(Encoding.ASCII.GetBytes(new string('x', (int)file.Length - 4096)));
        }

        await AssertFailsAsync("is damaged: restore it, or delete it and let a window pass");
    }

    [Fact]
    public async Task A_file_whose_header_is_damaged_is_reported_and_left_alone()
    {
        await ReserveOnceAsync();
        using (FileStream file = File.OpenWrite(Path))
            file.Write(new byte[16]);
        byte[] before = await File.ReadAllBytesAsync(Path);

        await AssertFailsAsync("isn't a budget file: name another file");

        Assert.Equal(before, await File.ReadAllBytesAsync(Path));
    }

    [Fact]
    public async Task A_truncated_file_is_reported()
    {
        await ReserveOnceAsync();
        using (FileStream file = File.OpenWrite(Path))
            file.SetLength(file.Length / 2);

        await AssertFailsAsync("is damaged: restore it, or delete it and let a window pass");
    }

    [Fact]
    public async Task A_file_deleted_while_it_is_open_is_not_made_anew_and_goes_on_when_it_is_back()
    {
        await ReserveOnceAsync();
        string copy = _folder.File("copy.db");
        File.Copy(Path, copy);
        await using var store = new SqliteBudgetStore(Path, Hasty);
        await store.ReadAsync(_claims);
        foreach (string file in Directory.GetFiles(_folder.Path, "budgets.db*"))
            File.Delete(file);

        await AssertFailsAsync(store, "was deleted while in use, and with it what was counted: restore it, or let");
        await AssertFailsAsync(store, "was deleted while in use");

        Assert.False(File.Exists(Path));
        File.Move(copy, Path);
        Assert.True((await store.ReserveAsync(_claims, Timeout)).IsGranted);
        Assert.All(await store.ReadAsync(_claims), state => Assert.Equal(2, state.Used));
    }

    [Fact]
    public void A_disk_too_full_for_the_memory_that_processes_share_is_reported()
    {
        BudgetStoreException exception = BudgetFileFailure.Describe(
            new SqliteException("disk I/O error", 10, 4874), Path, Hasty.BusyTimeout);

        Assert.Contains(
            $"{Path}-shm, which belongs to the budget file, can't grow because its disk is full: free some space",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_reported()
    {
        Directory.CreateDirectory(Path);

        await AssertFailsAsync("can't be opened or made");
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_reported()
    {
        await File.WriteAllTextAsync(_folder.File("state"), "");

        await AssertFailsAsync("can't be opened or made", System.IO.Path.Combine(_folder.File("state"), "budgets.db"));
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_reported()
    {
        await ReserveOnceAsync();
        Allow(Path, UnixFileMode.UserRead);

        await AssertFailsAsync("is read-only: let this process write it and its folder");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_reported()
    {
        Allow(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await AssertFailsAsync("can't be opened or made");

        Allow(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_connection_that_may_only_read_is_reported()
    {
        await ReserveOnceAsync();
        await using var store = new SqliteBudgetStore(
            Path, Hasty, "boot", connection => Execute(connection, "PRAGMA query_only = ON"));

        await AssertFailsAsync(store, "is read-only: let this process write it and its folder");
    }

    [Fact]
    public async Task A_full_disk_takes_nothing_by_halves_and_recovers_when_there_is_space()
    {
        bool isFull = true;
        await using var store = new SqliteBudgetStore(
            Path, Hasty, "boot", connection => Execute(connection, $"PRAGMA max_page_count = {(isFull ? 10 : 1000)}"));
        int granted = 0;
        BudgetStoreException exception = await Assert.ThrowsAsync<BudgetStoreException>(async () =>
        {
            for (; granted < 5_000; granted++)
                await store.ReserveAsync(_claims, Timeout);
        });

        Assert.Contains(
            $"{Path} can't grow because its disk is full: free some space",
            exception.Message,
            StringComparison.Ordinal);
        Assert.InRange(granted, 1, 4_999);
        Assert.All(await store.ReadAsync(_claims), state => Assert.Equal(granted, state.Used));
        isFull = false;
        await using var roomy = new SqliteBudgetStore(
            Path, Hasty, "boot", connection => Execute(connection, "PRAGMA max_page_count = 1000"));
        Assert.True((await roomy.ReserveAsync(_claims, Timeout)).IsGranted);
        Assert.All(await roomy.ReadAsync(_claims), state => Assert.Equal(granted + 1, state.Used));
    }

    [Fact]
    public async Task A_lock_held_too_long_is_reported_and_the_store_goes_on_when_it_is_gone()
    {
        await using var store = new SqliteBudgetStore(Path, Hasty);
        Assert.True((await store.ReserveAsync(_claims, Timeout)).IsGranted);
        using (SqliteConnection other = Connect())
        {
            Execute(other, "BEGIN IMMEDIATE");
            await AssertFailsAsync(store, "stayed locked by another process for 0.05 s");
        }

        Assert.True((await store.ReserveAsync(_claims, Timeout)).IsGranted);
        Assert.All(await store.ReadAsync(_claims), state => Assert.Equal(2, state.Used));
    }

    [Fact]
    public async Task A_call_that_could_not_be_settled_stays_taken_and_can_be_settled_later()
    {
        await using var store = new SqliteBudgetStore(Path, Hasty);
        BudgetDecision decision = await store.ReserveAsync(_claims, Timeout);
        using (SqliteConnection other = Connect())
        {
            Execute(other, "BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<BudgetStoreException>(
                async () => await store.SettleAsync(decision.Reservation, BudgetOutcome.NeverSent));
        }

        Assert.All(await store.ReadAsync(_claims), state => Assert.Equal(1, state.Used));
        await store.SettleAsync(decision.Reservation, BudgetOutcome.NeverSent);
        Assert.All(await store.ReadAsync(_claims), state => Assert.Equal(0, state.Used));
    }

    public void Dispose() => _folder.Dispose();

    private static void Allow(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Nothing is read-only to this user.");
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no such modes.");
        else
            File.SetUnixFileMode(path, mode);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        Execute(connection, sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private async Task ReserveOnceAsync()
    {
        await using var store = new SqliteBudgetStore(Path);
        await store.ReserveAsync(_claims, Timeout);
    }

    private async Task AssertFailsAsync(string sentence, string? path = null)
    {
        await using var store = new SqliteBudgetStore(path ?? Path, Hasty);
        await AssertFailsAsync(store, sentence);
    }

    private async Task AssertFailsAsync(SqliteBudgetStore store, string sentence)
    {
        BudgetStoreException exception = await Assert.ThrowsAsync<BudgetStoreException>(
            async () => await store.ReserveAsync(_claims, Timeout));
        Assert.Contains(store.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
