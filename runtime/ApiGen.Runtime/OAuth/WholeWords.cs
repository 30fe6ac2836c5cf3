using System.Text;

namespace ApiGen.OAuth;

/// <summary>
/// Finds a word in a text where it isn't a part of a longer one: where no letter goes on before or behind its letters,
/// and no digit its digits.
/// </summary>
internal static class WholeWords
{
    /// <summary>Puts another text in place of a word wherever it is found.</summary>
    public static string Replace(string text, string word, string replacement)
    {
        var result = new StringBuilder();
        int copied = 0;
        int at = text.IndexOf(word, StringComparison.Ordinal);
        while (at >= 0)
        {
            bool isWhole = BeginsAt(text, at) && EndsBefore(text, at + word.Length);
            if (isWhole)
            {
                result.Append(text, copied, at - copied).Append(replacement);
                copied = at + word.Length;
            }

            at = text.IndexOf(word, isWhole ? copied : at + 1, StringComparison.Ordinal);
        }

        return copied == 0 ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool BeginsAt(string text, int start) =>
        start == 0 || !GoesOn(text[start - 1], text[start]) || IsEscape(text.AsSpan(0, start));

    private static bool EndsBefore(string text, int end) => end == text.Length || !GoesOn(text[end - 1], text[end]);

    private static bool GoesOn(char first, char second) =>
        (char.IsLetter(first) && char.IsLetter(second)) || (char.IsAsciiDigit(first) && char.IsAsciiDigit(second));

    /// <summary>Whether a text ends with an encoded character: <c>%2F</c>, <c>%252F</c> or <c>\u002F</c>.</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        EndsWith(text, "%", digits: 2) || EndsWith(text, "%25", digits: 2) || EndsWith(text, @"\u", digits: 4);

    private static bool EndsWith(ReadOnlySpan<char> text, string mark, int digits)
    {
        if (text.Length < mark.Length + digits || !text[..^digits].EndsWith(mark)) return false;
        foreach (char digit in text[^digits..])
        {
            if (!char.IsAsciiHexDigit(digit)) return false;
        }

        return true;
    }
}
