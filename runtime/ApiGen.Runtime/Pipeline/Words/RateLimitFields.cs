using System.Globalization;
using System.Net.Http.Headers;

namespace ApiGen.Pipeline.Words;

/// <summary>
/// Reads the fields of the IETF's draft "RateLimit header fields for HTTP", which any API may send: <c>RateLimit</c>
/// with <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers-10), and the forms of its earlier versions that
/// are still about.
/// </summary>
internal static class RateLimitFields
{
    private const string Field = "RateLimit";
    private const string Remaining = "RateLimit-Remaining";

    /// <summary>Whether there is any of them, which most answers have not.</summary>
    public static bool MayBeIn(HttpResponseHeaders headers) =>
        headers.NonValidated.Contains(Field) || headers.NonValidated.Contains(Remaining);

    public static IEnumerable<LimitReport> Read(HttpResponseHeaders headers)
    {
        FieldItem[] policies = Items(headers, "RateLimit-Policy");
        FieldItem[] items = Items(headers, Field);
        return items.Length == 0
            ? Single(headers, policies)
            : items.Any(item => item.Name == "remaining")
                ? Combined(items, policies)
                : items.Select(item => Report(item, policies)).OfType<LimitReport>();
    }

    // "name";r=50;t=30, beside "name";q=100;w=60
    private static LimitReport? Report(FieldItem item, FieldItem[] policies)
    {
        FieldItem? policy = Array.Find(policies, policy => policy.Name == item.Name);
        return Report(Field, item.Number("r"), policy?.Number("q"), item.Number("t"), policy?.Number("w"));
    }

    // limit=100, remaining=50, reset=30, beside 100;w=60
    private static IEnumerable<LimitReport> Combined(FieldItem[] items, FieldItem[] policies)
    {
        long? limit = Value("limit");
        LimitReport? report = Report(Field, Value("remaining"), limit, Value("reset"), WindowOf(limit, policies));
        return report is null ? [] : [report];

        long? Value(string name) => Array.Find(items, item => item.Name == name)?.Value;
    }

    // RateLimit-Limit: 100, 100;w=60; RateLimit-Remaining: 50; RateLimit-Reset: 30
    private static IEnumerable<LimitReport> Single(HttpResponseHeaders headers, FieldItem[] policies)
    {
        FieldItem[] limits = Items(headers, "RateLimit-Limit");
        long? limit = Bare(limits);
        long? window = WindowOf(limit, [.. limits, .. policies]);
        LimitReport? report = Report(
            Remaining, Bare(Items(headers, Remaining)), limit, Bare(Items(headers, "RateLimit-Reset")), window);
        return report is null ? [] : [report];
    }

    private static LimitReport? Report(string header, long? remaining, long? limit, long? reset, long? window) =>
        remaining is >= 0 and <= int.MaxValue
            ? new LimitReport(
                header,
                (int)remaining,
                limit is > 0 and <= int.MaxValue ? (int)limit : null,
                Seconds(reset),
                Scope: null,
                Seconds(window))
            : null;

    private static long? WindowOf(long? limit, FieldItem[] policies) =>
        Array.Find(policies, policy => Parse(policy.Name) == limit && policy.Number("w") is not null)?.Number("w");

    private static long? Bare(FieldItem[] items) => items.Length == 0 ? null : Parse(items[0].Name);

    private static TimeSpan? Seconds(long? seconds) =>
        seconds is >= 0 and <= 1_000_000_000 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static FieldItem[] Items(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            ? [.. values.SelectMany(FieldItem.ParseList)]
            : [];
}
