using System.Net.Http.Headers;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Words;

/// <summary>Reads all that the headers of an answer say of limits.</summary>
internal static class LimitReports
{
    /// <summary>Whether there is any of them.</summary>
    public static bool MayBeIn(ApiDescriptor api, HttpResponseHeaders headers)
    {
        foreach (LimitHeaders names in api.LimitHeaders)
        {
            if (headers.NonValidated.Contains(names.Remaining)) return true;
        }

        return RateLimitFields.MayBeIn(headers);
    }

    public static IReadOnlyList<LimitReport> Read(
        ApiDescriptor api, HttpResponseHeaders headers, DateTimeOffset now)
    {
        List<LimitReport>? reports = null;
        foreach (LimitHeaders names in api.LimitHeaders)
        {
            if (SpecHeaders.Read(names, headers, now) is { } report) (reports ??= []).Add(report);
        }

        if (RateLimitFields.MayBeIn(headers)) (reports ??= []).AddRange(RateLimitFields.Read(headers));
        return reports is null ? [] : reports;
    }
}
