using System;
using System.Linq;

namespace ApiGen.Generator.Binding;

/// <summary>Knows the http and https URLs that a spec may name: those written as RFC 3986 has them.</summary>
internal static class WebAddress
{
    /// <summary>The URL, or null if the text is none.</summary>
    public static Uri? Parse(string text)
    {
        bool isWritten = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

        // The parser mends what it can, and a text isn't passed on as it was mended.
        bool isMended = text.Any(c => c == '\\' || char.IsWhiteSpace(c));
        return isWritten && !isMended && Uri.TryCreate(text, UriKind.Absolute, out Uri url) ? url : null;
    }
}
