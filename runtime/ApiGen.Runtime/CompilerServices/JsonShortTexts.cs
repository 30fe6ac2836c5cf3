using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>
/// Short texts read lately, to be handed out again: answers are full of languages, colours, kinds and states, and
/// repeat them from object to object.
/// </summary>
/// <remarks>
/// Each text has one place, which the next one with the same hash takes over, so that the table never grows. Threads
/// that meet at a place overwrite each other's text and lose nothing but the sharing.
/// </remarks>
internal static class JsonShortTexts
{
    /// <summary>The bytes that a text may have: codes and words are short, what tells one object from another is not.</summary>
    public const int MaxLength = 8;

    private const int Places = 512;

    private static readonly string?[] Kept = new string?[Places];

    /// <summary>A text of ASCII, no longer than <see cref="MaxLength"/>.</summary>
    public static string Get(ReadOnlySpan<byte> ascii)
    {
        uint hash = 0;
        foreach (byte letter in ascii)
            hash = hash * 31 + letter;
        ref string? kept = ref Kept[(hash ^ (hash >> 9)) % Places];
        string? text = kept;
        if (text is null || !Ascii.Equals(ascii, text))
            kept = text = Encoding.Latin1.GetString(ascii);
        return text;
    }
}
