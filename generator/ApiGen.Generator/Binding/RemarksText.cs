using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Says what a call costs and risks, for whoever hovers over it.</summary>
internal static class RemarksText
{
    /// <summary>What an endpoint's own file says of it.</summary>
    public static string Write(RequestLine request, AuthMode auth, EndpointLimits limits, bool isReplaySafe)
    {
        string[] sentences =
        [
            $"{request.Method} {request.Path}, {DescribeAuth(auth)}.",
            DescribeOwn(limits),
            DescribeCost(limits.Cost),
            isReplaySafe
                ? "May be sent again if its outcome is unknown."
                : "Never sent again if its outcome is unknown.",
        ];
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    /// <summary>What the API's file adds to it.</summary>
    public static string WithPools(string remarks, IEnumerable<PoolName> pools) => string.Join(
        " ",
        pools
            .Select(pool => $"Shares the pool {pool.Name} with other calls: at most {pool.Limits}.")
            .Prepend(remarks));

    /// <summary>Limits in words: <c>400 per user and 1000 per app in 24 h</c>.</summary>
    public static string DescribeLimits(params IEnumerable<LimitModel> limits) => string.Join(
        ", and ",
        limits
            .GroupBy(DescribeWindow)
            .Select(window => $"{string.Join(" and ", window.Select(DescribeCount))} {window.Key}"));

    /// <summary>The time that a limit is over, in words: <c>in 24 h</c>.</summary>
    public static string DescribeWindow(LimitModel limit)
    {
        if (limit.Calendar is { } calendar)
            return $"in each {(calendar.Period == CalendarPeriod.Day ? "day" : "month")} of {calendar.Zone}";
        return limit.Seconds == 0 ? "at once" : $"in {Durations.Describe(limit.Seconds)}";
    }

    private static string DescribeAuth(AuthMode auth) => auth switch
    {
        AuthMode.User => "signed for a user",
        AuthMode.App => "authorised for the app alone",
        AuthMode.Any => "authorised for a user or the app alone",
        _ => "sent without credentials",
    };

    private static string DescribeOwn(EndpointLimits limits)
    {
        if (limits.Own.Count > 0) return $"At most {DescribeLimits(limits.Own)}.";
        return limits.Pools.Count > 0 ? "" : "No limit is declared.";
    }

    private static string DescribeCost(int cost) =>
        cost == 1 ? "" : string.Format(CultureInfo.InvariantCulture, "A call counts {0} times.", cost);

    private static string DescribeCount(LimitModel limit)
    {
        string scope = limit.Scope switch
        {
            LimitScope.User => "user",
            LimitScope.AppToken => "app token",
            LimitScope.Ip => "IP address",
            _ => "app",
        };
        string share = limit.IsFair ? " (shared fairly by its users)" : "";
        string each = limit.ForEach.Count == 0 ? "" : $" for each {string.Join(" and ", limit.ForEach)}";
        return string.Format(CultureInfo.InvariantCulture, "{0} per {1}{2}{3}", limit.Count, scope, each, share);
    }
}
