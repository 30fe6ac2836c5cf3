using System.Net.Http.Headers;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Words;

/// <summary>What an answer says is left of the budgets that its call drew on.</summary>
internal static class AnswerWords
{
    private static readonly TimeSpan ShortestCoolDown = TimeSpan.FromMinutes(1);

    /// <summary>The words of an answer, no budget twice; null if it says nothing.</summary>
    /// <param name="claims">The budgets.</param>
    /// <param name="response">The answer.</param>
    /// <param name="failure">What the spec says of it, if it is a failure that the spec knows.</param>
    /// <param name="reports">What its headers say.</param>
    /// <param name="now">The present moment by the server's clock.</param>
    public static ServerWord[]? Of(
        IReadOnlyList<BudgetClaim> claims,
        HttpResponseMessage response,
        FailureDescriptor? failure,
        IReadOnlyList<LimitReport> reports,
        DateTimeOffset now)
    {
        Dictionary<BudgetKey, ServerWord>? words = null;
        foreach (LimitReport report in reports)
        {
            if (report.FindIn(claims) is { } claim && WordOf(report, claim, now) is { } word)
                Add(ref words, word);
        }

        FailureMeaning means = failure?.Means ?? Failures.MeaningOf((int)response.StatusCode);
        if (means is FailureMeaning.Wait or FailureMeaning.CoolDown
            && words?.Values.Any(word => word.Remaining == 0) is not true
            && RefusedClaim(claims, failure?.Scope, means) is { } refused)
        {
            Add(ref words, Refusal(refused, means, RetryAfter(response.Headers, now) ?? LongestReset(reports), now));
        }

        return words is null ? null : [.. words.Values];
    }

    // Without a reset the window may have begun just now.
    private static ServerWord? WordOf(LimitReport report, BudgetClaim claim, DateTimeOffset now) =>
        InBounds(report.Resets ?? (claim.Key.FreesAt(now) - now)) is { } span
            ? new ServerWord(claim.Key, report.Remaining, span)
            : null;

    private static ServerWord Refusal(
        BudgetClaim claim, FailureMeaning means, TimeSpan? retryAfter, DateTimeOffset now)
    {
        TimeSpan window = claim.Key.FreesAt(now) - now;
        if (retryAfter is { } told && InBounds(told) is { } span) return new ServerWord(claim.Key, 0, span);
        if (means == FailureMeaning.Wait) return new ServerWord(claim.Key, 0, window);

        // Nobody knows for how long: first a hundredth of the window, about, and longer each time it's said again.
        TimeSpan first = window / 96 > ShortestCoolDown ? window / 96 : ShortestCoolDown;
        return first < window
            ? new ServerWord(claim.Key, 0, first, AtMost: window)
            : new ServerWord(claim.Key, 0, window);
    }

    /// <summary>
    /// The budget that a refusal is about: of the scope that the spec names, or else the user's, so that one user's
    /// refusal doesn't stop the others. Where a window is used up it is the shortest, which frees first; where the
    /// server wants a pause it is the longest.
    /// </summary>
    private static BudgetClaim? RefusedClaim(
        IReadOnlyList<BudgetClaim> claims, BudgetScope? scope, FailureMeaning means)
    {
        IOrderedEnumerable<BudgetClaim> windows = claims
            .Where(claim => claim.Key.Window > TimeSpan.Zero)
            .OrderBy(claim => claim.Key.Scope == (scope ?? BudgetScope.User) ? 0 : 1);
        return means == FailureMeaning.Wait
            ? windows.ThenBy(claim => claim.Key.Window).FirstOrDefault()
            : windows.ThenByDescending(claim => claim.Key.Window).FirstOrDefault();
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.RetryAfter is not { } retry ? null : retry.Delta ?? (retry.Date - now);

    private static TimeSpan? LongestReset(IReadOnlyList<LimitReport> reports) => reports.Max(report => report.Resets);

    private static TimeSpan? InBounds(TimeSpan span) =>
        span <= TimeSpan.Zero ? null : span < ServerWord.Longest ? span : ServerWord.Longest;

    private static void Add(ref Dictionary<BudgetKey, ServerWord>? words, ServerWord word)
    {
        words ??= [];
        if (!words.TryGetValue(word.Key, out ServerWord other) || word.Remaining < other.Remaining)
            words[word.Key] = word;
    }
}
