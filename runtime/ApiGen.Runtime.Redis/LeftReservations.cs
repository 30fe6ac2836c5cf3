using System.Collections.Concurrent;
using System.Diagnostics;

namespace ApiGen.Budgets;

/// <summary>
/// Reservations whose reply never came. They may hold slots for calls that were never sent, and are given back as soon
/// as the server answers again.
/// </summary>
internal sealed class LeftReservations(RedisRunner runner, RedisKeys keys)
{
    // Only calls whose connection ended in the middle come here: as many as were under way at once.
    private const int Most = 10_000;

    private readonly ConcurrentQueue<(BudgetReservation Reservation, long Left)> _left = [];

    // 1 while they are being given back.
    private int _isGiving;

    /// <summary>Leaves a reservation, of which it isn't known whether it was made.</summary>
    public void Add(ScriptCall reserving)
    {
        // It has a deadline that nobody has seen; this one is later, so that its slots don't seem free.
        if (_left.Count < Most)
            _left.Enqueue((reserving.Reservation(long.MaxValue >> 11), Stopwatch.GetTimestamp()));
    }

    /// <summary>Gives back, without being waited for, those that were left until now.</summary>
    public void GiveBack()
    {
        if (!_left.IsEmpty && Interlocked.Exchange(ref _isGiving, 1) == 0)
            _ = GiveBackAsync();
    }

    private async Task GiveBackAsync()
    {
        bool isAnswered = true;
        while (isAnswered && _left.TryDequeue(out (BudgetReservation Reservation, long Left) left))
        {
            try
            {
                ScriptCall call = ScriptCall.Settle(
                    keys, left.Reservation, BudgetOutcome.NeverSent, words: null, runner.WallTime);
                await runner.RunAsync(call.AskedAgain()).ConfigureAwait(false);
            }
            catch (BudgetStoreException)
            {
                // Once more, after the next answer. A slot that isn't given back frees by itself in the end.
                if (Stopwatch.GetElapsedTime(left.Left) < TimeSpan.FromDays(1))
                    _left.Enqueue(left);
                isAnswered = false;
            }
        }

        Volatile.Write(ref _isGiving, 0);
    }
}
