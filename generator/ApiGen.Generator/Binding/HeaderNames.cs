using System;
using System.Collections.Generic;
using System.Linq;

namespace ApiGen.Generator.Binding;

/// <summary>Knows which headers a spec may give to a parameter.</summary>
internal static class HeaderNames
{
    /// <summary>What credentials, the connection, the message's own framing or tracing puts into a request.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Encoding", "Allow", "Authorization", "Connection", "Cookie", "Expect", "Expires", "Host", "Keep-Alive",
        "Last-Modified", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent",
        "Traceparent", "Tracestate", "Baggage", "Request-Id", "Correlation-Context",
    };

    /// <summary>Why a name can't be that of a parameter's header, or null if it can.</summary>
    public static string? FindProblem(string name)
    {
        if (!name.All(IsTokenCharacter)) return "a header's name consists of letters, digits and !#$%&'*+-.^_`|~";
        bool isReserved = Reserved.Contains(name)
            || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);
        return isReserved ? "the client or HTTP itself sets it" : null;
    }

    /// <summary>RFC 9110 §5.6.2.</summary>
    private static bool IsTokenCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
