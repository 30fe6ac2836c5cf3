namespace ApiGen.Budgets;

/// <summary>Checks what every budget store must check. For those who write a store.</summary>
public static class BudgetArguments
{
    /// <summary>The longest time a call may be under way: 366 days.</summary>
    public static readonly TimeSpan LongestCallTimeout = TimeSpan.FromDays(366);

    /// <summary>Checks the claims of one call.</summary>
    /// <param name="claims">The claims.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A claim is null, or two claims draw on one budget.</exception>
    public static void Check(IReadOnlyList<BudgetClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        for (int i = 0; i < claims.Count; i++)
        {
            BudgetClaim claim = claims[i] ?? throw new ArgumentException("A claim is null.", nameof(claims));
            for (int j = 0; j < i; j++)
            {
                if (claims[j].KeyHash == claim.KeyHash && claims[j].Key == claim.Key)
                    throw new ArgumentException($"Two claims draw on one budget, {claim.Key}.", nameof(claims));
            }
        }
    }

    /// <summary>Checks the claims and the timeout of a reservation.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="callTimeout">How long the call may be under way.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A claim is null, or two claims draw on one budget.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The timeout isn't positive, or is longer than <see cref="LongestCallTimeout"/>.
    /// </exception>
    public static void Check(IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout)
    {
        Check(claims);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(callTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(callTimeout, LongestCallTimeout);
    }
}
