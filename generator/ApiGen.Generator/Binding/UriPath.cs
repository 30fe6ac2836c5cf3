using System.Collections.Generic;
using System.Linq;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Paths of RFC 3986 §3.3, a slash first. A percent sign is left out: what a spec writes is sent, and signed, as it
/// stands.
/// </summary>
internal static class UriPath
{
    private const string Marks = "/-._~!$&'()*+,;=:@";

    private static readonly char[] NameEnds = ['{', '}', '/'];

    /// <summary>Whether a text is such a path.</summary>
    public static bool IsPath(string text) => text.Length > 0 && text[0] == '/' && text.All(IsAllowed);

    /// <summary>Whether a text is such a path, or one with names in braces in it.</summary>
    public static bool IsTemplate(string text)
    {
        if (text.Length == 0 || text[0] != '/') return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                int end = text.IndexOfAny(NameEnds, i + 1);
                if (end <= i + 1 || text[end] != '}') return false;
                i = end;
            }
            else if (!IsAllowed(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The names in the braces of a template, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string template) =>
        template.Split('{').Skip(1).Select(part => part.Substring(0, part.IndexOf('}'))).ToList();

    private static bool IsAllowed(char letter) =>
        letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Marks.IndexOf(letter) >= 0;
}
