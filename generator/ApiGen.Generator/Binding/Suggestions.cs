using System;
using System.Collections.Generic;

namespace ApiGen.Generator.Binding;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestions
{
    /// <summary>
    /// How much work one suggestion is worth, in steps of the comparison: thousands of names of a usual length, and few
    /// of those that nobody types.
    /// </summary>
    private const int MostSteps = 300_000;

    /// <summary>The end of a message: <c>; did you mean 'required'?</c>, or nothing if no candidate is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        // A third of the letters wrong is still a typo; more is another word.
        int best = Math.Max(1, name.Length / 3) + 1;
        string? nearest = null;
        long steps = 0;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= best) continue;
            steps += (long)candidate.Length * name.Length;
            if (steps > MostSteps) break;
            int distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance >= best) continue;
            best = distance;
            nearest = candidate;
        }

        return nearest is null ? "" : $"; did you mean '{nearest}'?";
    }

    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours.
    /// </summary>
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(last[j], row[j - 1]) + 1);
                bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (isSwap) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
