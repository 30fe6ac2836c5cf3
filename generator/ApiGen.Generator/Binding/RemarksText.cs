using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Says what a call costs and risks, for whoever hovers over it.</summary>
internal static class RemarksText
{
    public static string Write(
        RequestLine request, AuthMode auth, IEnumerable<LimitModel> limits, bool isReplaySafe)
    {
        string[] sentences =
        [
            $"{request.Method} {request.Path}, {DescribeAuth(auth)}.",
            DescribeLimits(limits),
            isReplaySafe
                ? "May be sent again if its outcome is unknown."
                : "Never sent again if its outcome is unknown.",
        ];
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    private static string DescribeAuth(AuthMode auth) => auth switch
    {
        AuthMode.User => "signed for a user",
        AuthMode.App => "authorised for the app alone",
        AuthMode.Any => "authorised for a user or the app alone",
        _ => "sent without credentials",
    };

    private static string DescribeLimits(IEnumerable<LimitModel> limits)
    {
        List<string> parts = limits
            .GroupBy(limit => limit.Seconds)
            .Select(window =>
                $"{string.Join(" and ", window.Select(DescribeCount))} in {Durations.Describe(window.Key)}")
            .ToList();
        return parts.Count == 0 ? "No limit is declared." : $"At most {string.Join(", and ", parts)}.";
    }

    private static string DescribeCount(LimitModel limit)
    {
        string scope = limit.Scope switch
        {
            LimitScope.User => "user",
            LimitScope.AppToken => "app token",
            _ => "app",
        };
        return string.Format(CultureInfo.InvariantCulture, "{0} per {1}", limit.Count, scope);
    }
}
