namespace ApiGen.Generator.Yaml;

/// <summary>The kinds of character that matter to a YAML text (YAML 1.2, chapter 5).</summary>
internal static class YamlCharacters
{
    public const char ByteOrderMark = '\uFEFF';

    public static bool IsBlank(char character) => character is ' ' or '\t' || IsBreak(character);

    /// <summary>Whether the character ends a line, for YamlDotNet as for Roslyn; in YAML 1.2 two do.</summary>
    public static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>
    /// Whether a text may not hold the character: controls, halves of surrogate pairs, and a byte order mark anywhere
    /// but at the start of a file. YamlDotNet would end the text at U+0000 without a word.
    /// </summary>
    public static bool IsForbidden(char character) => character switch
    {
        '\t' or '\n' or '\r' or '\u0085' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        ByteOrderMark or '\uFFFE' or '\uFFFF' => true,
        _ => char.IsSurrogate(character),
    };
}
