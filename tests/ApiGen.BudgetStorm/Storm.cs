using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ApiGen.Budgets;

namespace ApiGen.BudgetStorm;

/// <summary>Workers that call as fast as the budgets allow, and never faster.</summary>
internal sealed class Storm(StormOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    private readonly IBudgetStore _store = StormStore.Open(options);

    private int _answered;

    /// <summary>Runs until nothing is left to call, and counts the answers.</summary>
    public async Task<int> RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(WorkAsync));
        return _answered;
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_store).DisposeAsync();

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
            if (await ReserveAsync(user) is not { } decision)
                continue;
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

        await SettleAsync(reservation, answer is null ? BudgetOutcome.Unknown : BudgetOutcome.Completed);
        if (answer is not null)
            Interlocked.Increment(ref _answered);
        return answer is not null;
    }

    // A server may be away, which is what a storm is for. What isn't reserved isn't sent, and what isn't settled stays
    // taken.
    private async Task<BudgetDecision?> ReserveAsync(int user)
    {
        try
        {
            return await _store.ReserveAsync(ClaimsOf(user), CallTimeout);
        }
        catch (BudgetStoreException) when (options.IsRedis)
        {
            return null;
        }
    }

    private async Task SettleAsync(BudgetReservation reservation, BudgetOutcome outcome)
    {
        try
        {
            await _store.SettleAsync(reservation, outcome);
        }
        catch (BudgetStoreException) when (options.IsRedis)
        {
        }
    }

    private BudgetClaim[] ClaimsOf(int user) =>
    [
        new(new BudgetKey("Storm/call", BudgetScope.User, $"{user}", options.Window), options.UserLimit),
        new(new BudgetKey("Storm/call", BudgetScope.App, "app", options.Window), options.AppLimit),
    ];
}
