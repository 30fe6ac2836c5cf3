using System.Globalization;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Limits;

namespace ApiGen.Sandbox.Answers;

/// <summary>Writes reports on limits into the headers that the spec names.</summary>
internal static class LimitHeaderFields
{
    public static List<KeyValuePair<string, string?>> Of(IReadOnlyList<LimitReport> reports, DateTimeOffset now)
    {
        List<KeyValuePair<string, string?>> fields = [];
        foreach (LimitReport report in reports)
        {
            if (report.Headers.Limit is { } limit) fields.Add(new(limit, Text(report.Limit)));
            fields.Add(new(report.Headers.Remaining, Text(report.Remaining)));
            if (report.Headers.Reset is { } reset) fields.Add(new(reset, ResetText(report, now)));
        }

        return fields;
    }

    // Rounded up, so that whoever waits for it has waited long enough.
    private static string ResetText(LimitReport report, DateTimeOffset now)
    {
        long epoch = (long)Math.Ceiling((report.Reset - DateTimeOffset.UnixEpoch).TotalSeconds);
        return report.Headers.ResetTime switch
        {
            ResetTime.Epoch => Text(epoch),
            ResetTime.Seconds => Text((long)Math.Ceiling((report.Reset - now).TotalSeconds)),
            _ => DateTimeOffset.FromUnixTimeSeconds(epoch).ToString("r", CultureInfo.InvariantCulture),
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
