using System.Globalization;
using System.Net.Http.Headers;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Words;

/// <summary>Reads the headers that a spec names.</summary>
internal static class SpecHeaders
{
    /// <summary>What they say, or null if they aren't there or aren't numbers.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="headers">All headers of the answer.</param>
    /// <param name="now">The present moment by the server's clock.</param>
    public static LimitReport? Read(LimitHeaders names, HttpResponseHeaders headers, DateTimeOffset now) =>
        Number(headers, names.Remaining) is { } remaining and >= 0 and <= int.MaxValue
            ? new LimitReport(
                names.Remaining,
                (int)remaining,
                Number(headers, names.Limit) is { } limit and > 0 and <= int.MaxValue ? (int)limit : null,
                ResetIn(names, headers, now),
                names.Scope,
                names.Window)
            : null;

    private static TimeSpan? ResetIn(LimitHeaders names, HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (names.ResetTime == ResetTime.Date)
        {
            bool isDate = DateTimeOffset.TryParse(
                Text(headers, names.Reset),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset date);
            return isDate ? date - now : null;
        }

        // Some servers send fractions of seconds.
        bool isNumber = double.TryParse(
            Text(headers, names.Reset), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds);
        if (!isNumber || !(Math.Abs(seconds) < 1e11)) return null;
        return names.ResetTime == ResetTime.Seconds
            ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds) - now;
    }

    private static long? Number(HttpResponseHeaders headers, string? name) =>
        long.TryParse(Text(headers, name), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    private static string? Text(HttpResponseHeaders headers, string? name) =>
        name is not null && headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            ? values.First()
            : null;
}
