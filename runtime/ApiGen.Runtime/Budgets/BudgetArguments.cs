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

        // A store looks at an array, and every call is checked.
        BudgetClaim[] array = claims as BudgetClaim[] ?? [.. claims];
        for (int i = 0; i < array.Length; i++)
        {
            BudgetClaim claim = array[i] ?? throw new ArgumentException("A claim is null.", nameof(claims));
            for (int j = 0; j < i; j++)
            {
                if (array[j].KeyHash == claim.KeyHash && array[j].Key == claim.Key)
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

    /// <summary>Checks what a server said with the answer of a call.</summary>
    /// <param name="claims">The claims of the call.</param>
    /// <param name="words">The words, or null for none.</param>
    /// <exception cref="ArgumentException">
    /// A word is out of range, is of a budget that the call didn't draw on, or isn't the only one of its budget.
    /// </exception>
    public static void Check(IReadOnlyList<BudgetClaim> claims, IReadOnlyList<ServerWord>? words)
    {
        ArgumentNullException.ThrowIfNull(claims);
        for (int i = 0; i < words?.Count; i++)
        {
            ServerWord word = words[i];
            if (word.Remaining < 0 || word.For <= TimeSpan.Zero || word.For > ServerWord.Longest
                || word.AtMost < word.For || word.AtMost > ServerWord.Longest)
            {
                throw new ArgumentException($"The server's word is out of range: {word}.", nameof(words));
            }

            if (!claims.Any(claim => claim.Key == word.Key))
                throw new ArgumentException($"The call doesn't draw on {word.Key}.", nameof(words));
            for (int j = 0; j < i; j++)
            {
                if (words[j].Key == word.Key)
                    throw new ArgumentException($"Two words are of one budget, {word.Key}.", nameof(words));
            }
        }
    }
}
