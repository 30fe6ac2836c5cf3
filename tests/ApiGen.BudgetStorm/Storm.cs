using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ApiGen.Budgets;

namespace ApiGen.BudgetStorm;

/// <summary>Workers that call as fast as the budgets allow, and never faster.</summary>
internal sealed class Storm(StormOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    // A killed process is all that is met here, and flushing every call would only make the storm a breeze.
    private readonly SqliteBudgetStore _store =
        new(options.File, new SqliteBudgetStoreOptions { Durability = SqliteDurability.ProcessKill });

    private int _answered;

    /// <summary>Runs until nothing is left to call, and counts the answers.</summary>
    public async Task<int> RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(WorkAsync));
        return _answered;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task WorkAsync(int worker)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, options.Port);
        }
        catch (SocketException)
        {
            // The server has hung up before this process was ready.
            return;
        }

        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };

        int refusedInTurn = 0;
        for (int call = worker; options.Waits || refusedInTurn < options.Users; call++)
        {
            int user = call % options.Users;
            BudgetDecision decision = await _store.ReserveAsync(ClaimsOf(user), CallTimeout);
            if (decision.IsGranted)
            {
                refusedInTurn = 0;
                if (!await CallAsync(user, decision.Reservation, reader, writer))
                    return;
            }
            else if (++refusedInTurn >= options.Users && options.Waits)
            {
                TimeSpan wait = decision.Refusal.ResumesAt - DateTimeOffset.UtcNow;
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            }
        }
    }

    private async Task<bool> CallAsync(
        int user, BudgetReservation reservation, StreamReader reader, StreamWriter writer)
    {
        string? answer = null;
        try
        {
            await writer.WriteLineAsync(user.ToString(CultureInfo.InvariantCulture));
            answer = await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            // The server has hung up, as it does in the end. Whether it counted the call isn't known.
        }

        await _store.SettleAsync(reservation, answer is null ? BudgetOutcome.Unknown : BudgetOutcome.Completed);
        if (answer is not null)
            Interlocked.Increment(ref _answered);
        return answer is not null;
    }

    private BudgetClaim[] ClaimsOf(int user) =>
    [
        new(new BudgetKey("Storm/call", BudgetScope.User, $"{user}", options.Window), options.UserLimit),
        new(new BudgetKey("Storm/call", BudgetScope.App, "app", options.Window), options.AppLimit),
    ];
}
