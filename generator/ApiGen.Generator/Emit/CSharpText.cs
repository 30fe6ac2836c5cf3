using System.Globalization;
using System.Text;

namespace ApiGen.Generator.Emit;

/// <summary>
/// The only two ways in which a spec's own text reaches C#: as a literal, and as the text of a comment.
/// </summary>
internal static class CSharpText
{
    /// <summary>A string literal in printable ASCII, or the word null.</summary>
    public static string Literal(string? value)
    {
        if (value is null) return "null";
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') text.Append(c);
            else text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return text.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal of printable ASCII without line breaks, which JSON written by the binder is.</summary>
    public static string Utf8Literal(string ascii)
    {
        string quotes = "\"\"\"";
        while (ascii.Contains(quotes)) quotes += "\"";
        return $"{quotes}{ascii}{quotes}u8";
    }

    /// <summary>The attribute that makes the compiler warn of a use.</summary>
    public static string Obsolete(string reason) => $"[{RuntimeNames.Obsolete}({Literal(reason)})]";

    /// <summary>
    /// The text of a doc comment: XML's own signs escaped, on one line, with nothing invisible in it.
    /// </summary>
    public static string Doc(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            switch (c)
            {
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '&': text.Append("&amp;"); break;
                case '"': text.Append("&quot;"); break;
                default: text.Append(IsVisible(c) ? c : ' '); break;
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>
    /// Line breaks of C# would end the comment, formatting characters could show a reader other code than the compiler
    /// sees, and half a surrogate pair is no text.
    /// </summary>
    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse);
}
