using System.Runtime.CompilerServices;

namespace ApiGen.Budgets;

/// <summary>The decisions of a <see cref="MemoryBudgetStore"/>, for one caller at a time.</summary>
internal sealed class MemoryLedger(BudgetClock clock)
{
    // A stack holds the places of so many: no endpoint of a real service draws on more.
    private const int FewClaims = 8;

    private readonly MemoryBudgets _budgets = new(clock);
    private readonly CallsUnderWay _underWay = new(clock);

    /// <summary>Takes the slots of every claim, or none.</summary>
    /// <returns>Why nothing is taken, or null if all is.</returns>
    public BudgetRefusal? Reserve(BudgetClaim[] claims, TimeSpan callTimeout, out BudgetReservation reservation)
    {
        long now = clock.Now;
        Span<ClaimPlaces> places = claims.Length <= FewClaims
            ? stackalloc ClaimPlaces[FewClaims]
            : new ClaimPlaces[claims.Length];
        bool isFree = true;
        for (int i = 0; i < claims.Length; i++)
        {
            places[i] = _budgets.PlacesOf(claims[i]);
            isFree &= _budgets.IsFree(claims[i], places[i], now);
        }

        if (!isFree && RefusalOf(claims, places, now) is { } refusal)
        {
            reservation = default;
            return refusal;
        }

        long deadline = now + clock.Units(callTimeout);
        for (int i = 0; i < claims.Length; i++)
            _budgets.Take(claims[i], places[i], deadline, now);
        reservation = new BudgetReservation(claims, _underWay.Add(claims, deadline, now), deadline + clock.Start);
        _budgets.Sweep(now);
        return null;
    }

    /// <summary>Says what became of a reserved call, and what the server said.</summary>
    public void Settle(in BudgetReservation reservation, BudgetOutcome outcome, IReadOnlyList<ServerWord>? words)
    {
        long now = clock.Now;
        if (_underWay.Remove(reservation.Id, out long deadline) is not { } claims)
        {
            if (reservation.Claims is null
                || !_underWay.IsForgotten(reservation.Claims, reservation.Deadline - clock.Start, now))
            {
                throw new InvalidOperationException("The reservation is settled already, or is of another store.");
            }

            return;
        }

        foreach (BudgetClaim claim in claims)
            _budgets.Settle(claim, deadline, outcome, now);
        for (int i = 0; i < words?.Count; i++)
            _budgets.Hear(words[i], now);
    }

    public BudgetState[] Read(IReadOnlyList<BudgetClaim> claims)
    {
        long now = clock.Now;
        return [.. claims.Select(claim => _budgets.StateOf(claim, _budgets.PlacesOf(claim), now))];
    }

    public BudgetLog[] ReadLog(IReadOnlyList<BudgetClaim> claims)
    {
        long now = clock.Now;
        return [.. claims.Select(claim => _budgets.LogOf(claim, now))];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private BudgetRefusal? RefusalOf(BudgetClaim[] claims, Span<ClaimPlaces> places, long now)
    {
        int refusing = -1;
        ClaimRefusal? longest = null;
        for (int i = 0; i < claims.Length; i++)
        {
            ClaimRefusal? later = ClaimRefusal.Later(longest, _budgets.RefusalOf(claims[i], places[i], now));
            if (later != longest)
                (refusing, longest) = (i, later);
        }

        return longest is not { } refusal
            ? null
            : new BudgetRefusal(
                _budgets.StateOf(claims[refusing], places[refusing], now),
                clock.WallTime(refusal.ResumesAt, now),
                refusal.Reason);
    }
}
