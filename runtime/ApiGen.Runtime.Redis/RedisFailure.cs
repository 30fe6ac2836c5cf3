using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>Says in one sentence what is wrong with a Redis server, and what to do.</summary>
internal static class RedisFailure
{
    // How errors begin that end by themselves, when a server has started, or another one has taken its place.
    private static readonly string[] PassingErrors =
        ["LOADING", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "MOVED", "ASK", "BUSY ", "UNBLOCKED"];

    /// <summary>Whether an error is the server's or the connection's, and not a caller's.</summary>
    public static bool IsOfServer(Exception exception) =>
        exception is RedisException or RedisCommandException or NoPrimaryException or TimeoutException
            or ObjectDisposedException;

    /// <summary>Whether it is worth another attempt.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        RedisServerException server => Array.Exists(PassingErrors, error => Says(server, error)),
        RedisConnectionException => !IsAuthentication(exception),
        _ => exception is RedisCommandException or NoPrimaryException or TimeoutException,
    };

    /// <summary>Whether the server may have run what failed, or may yet.</summary>
    public static bool MayHaveRun(Exception exception) => exception switch
    {
        RedisServerException or RedisCommandException or NoPrimaryException => false,
        RedisConnectionException connection => connection.CommandStatus != CommandStatus.WaitingToBeSent,
        RedisTimeoutException timeout => timeout.Commandstatus != CommandStatus.WaitingToBeSent,
        _ => true,
    };

    public static bool IsUnknownScript(RedisServerException exception) => Says(exception, "NOSCRIPT");

    public static BudgetStoreException Describe(Exception exception, string server, TimeSpan timeout)
    {
        string sentence = exception switch
        {
            RedisServerException error => Describe(error, server),
            RedisConnectionException when IsAuthentication(exception) => NotAuthenticated(server),
            RedisCommandException => $"The Redis server {server} can't be used: {exception.Message}",
            ObjectDisposedException => $"The connection to the Redis server {server} is closed.",
            NoPrimaryException { HasReplica: true } => NoPrimary(server),
            RedisConnectionException or NoPrimaryException =>
                $"The Redis server {server} can't be reached within {timeout.TotalSeconds:0.###} s: " +
                "see that it runs, and that this machine may connect to it.",
            _ =>
                $"The Redis server {server} didn't answer within {timeout.TotalSeconds:0.###} s: see whether it is " +
                "overloaded, or raise Timeout.",
        };
        return new BudgetStoreException(sentence, exception);
    }

    private static string Describe(RedisServerException error, string server) => error switch
    {
        _ when Says(error, "NOAUTH") || Says(error, "WRONGPASS") => NotAuthenticated(server),
        _ when Says(error, "NOPERM") =>
            $"The user of the Redis server {server} lacks a permission that budgets need: {error.Message}",
        _ when Says(error, "OOM") =>
            $"The Redis server {server} has no memory left: raise its maxmemory.",
        _ when Says(error, "READONLY") => NoPrimary(server),
        _ when Says(error, "MISCONF") =>
            $"The Redis server {server} can't save its data and takes no more: see its log and its disk.",
        _ when Says(error, "NOREPLICAS") =>
            $"The Redis server {server} has fewer replicas than its min-replicas-to-write, and takes no more.",
        _ when Says(error, "WRONGTYPE") =>
            $"The Redis server {server} holds something else under a budget's key: give the budgets another KeyPrefix.",
        _ when Says(error, "CROSSSLOT") =>
            $"The Redis server {server} keeps the keys of one KeyPrefix apart: it must heed hash tags.",
        _ => $"The Redis server {server} can't be used: {error.Message}",
    };

    // A connection that couldn't be made has the reason somewhere within.
    private static bool IsAuthentication(Exception? exception) => exception switch
    {
        null => false,
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => true,
        AggregateException aggregate => aggregate.InnerExceptions.Any(IsAuthentication),
        _ => IsAuthentication(exception.InnerException),
    };

    private static string NotAuthenticated(string server) =>
        $"The Redis server {server} refuses this user or password: set those of the connection.";

    private static string NoPrimary(string server) =>
        $"The Redis server {server} is a read-only replica: name the primary as well, or promote one.";

    // Servers before version 7 put an error of a command within a script behind words of their own.
    private static bool Says(RedisServerException exception, string error) =>
        exception.Message.StartsWith(error, StringComparison.Ordinal)
        || exception.Message.Contains($"-{error}", StringComparison.Ordinal);
}
