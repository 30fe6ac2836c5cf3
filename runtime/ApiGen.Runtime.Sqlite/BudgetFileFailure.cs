using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>Says in one sentence what is wrong with a budget file, and what to do.</summary>
internal static class BudgetFileFailure
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    // Extended: SQLITE_IOERR_SHMSIZE.
    private const int SharedMemorySize = 4874;

    /// <summary>Whether an error is the file's, and not a caller's.</summary>
    public static bool IsOfFile(Exception exception) =>
        exception is SqliteException or InvalidDataException or IOException or UnauthorizedAccessException;

    public static BudgetStoreException Describe(Exception exception, string path, TimeSpan busyTimeout)
    {
        string sentence = exception switch
        {
            SqliteException sqlite => Describe(sqlite, path, busyTimeout),
            InvalidDataException => Damaged(path),
            _ => NotOpened(path),
        };
        return new BudgetStoreException(sentence, exception);
    }

    private static string Describe(SqliteException exception, string path, TimeSpan busyTimeout) =>
        exception.SqliteErrorCode switch
        {
            Busy or Locked =>
                $"The budget file {path} stayed locked by another process for {busyTimeout.TotalSeconds:0.###} s: " +
                "end what holds it, or raise BusyTimeout.",
            ReadOnly or Perm =>
                $"The budget file {path} is read-only: let this process write it and its folder.",
            Full =>
                $"The budget file {path} can't grow because its disk is full: free some space.",
            CantOpen => NotOpened(path),
            InputOutput when exception.SqliteExtendedErrorCode == SharedMemorySize =>
                $"The file {path}-shm, which belongs to the budget file, can't grow because its disk is full: " +
                "free some space.",
            NotADatabase =>
                $"The file {path} isn't a budget file: name another file for budgets.",
            Corrupt => Damaged(path),
            InputOutput =>
                $"The budget file {path} can't be read or written: see whether its disk is full or failing.",
            _ => $"The budget file {path} can't be used: {exception.Message}",
        };

    private static string NotOpened(string path) =>
        $"The budget file {path} can't be opened or made: see that its folder is one, and that this process may " +
        "write there.";

    private static string Damaged(string path) =>
        $"The budget file {path} is damaged: restore it, or delete it and let a window pass before the next call.";
}
