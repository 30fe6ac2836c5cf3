namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>What a letter behind a backslash stands for by itself; NUL, which none stands for, if nothing.</summary>
    internal static char ShortMeaning(byte letter) => letter switch
    {
        (byte)'/' or (byte)'"' or (byte)'\\' => (char)letter,
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => '\0',
    };

    /// <summary>Adds what the escape at a position stands for, and returns the bytes it takes.</summary>
    private readonly int AddEscape(int position, scoped ref JsonCharacters text)
    {
        int length = EscapeLength(position);
        if (length == 2)
        {
            text.Add(ShortMeaning(_text[position + 1]));
            return length;
        }
        char unit = Unit(position);
        text.Add(unit);
        if (!char.IsSurrogate(unit))
            return length;
        int next = position + length;
        if (!char.IsHighSurrogate(unit) || !_text[next..].StartsWith("\\u"u8))
            FailHalfPair();
        int nextLength = EscapeLength(next);
        char second = Unit(next);
        if (!char.IsLowSurrogate(second))
            FailHalfPair();
        text.Add(second);
        return length + nextLength;
    }

    private readonly void FailHalfPair() => Fail(_position, "a string with half a surrogate pair");

    /// <summary>The bytes that the escape at a position takes: two, or six for <c>\u</c>.</summary>
    private readonly int EscapeLength(int position)
    {
        ReadOnlySpan<byte> escape = _text[(position + 1)..];
        if (escape.IsEmpty)
            Fail(_position, "the text ends in the middle of a string");
        if (ShortMeaning(escape[0]) != '\0')
            return 2;
        if (escape[0] == 'u' && escape.Length > 4
            && char.IsAsciiHexDigit((char)escape[1]) && char.IsAsciiHexDigit((char)escape[2])
            && char.IsAsciiHexDigit((char)escape[3]) && char.IsAsciiHexDigit((char)escape[4]))
        {
            return 6;
        }
        Fail(_position, "a string with an escape that JSON doesn't know");
        return 0;
    }

    /// <summary>The UTF-16 unit of the escape <c>\u0041</c> at a position.</summary>
    private readonly char Unit(int position)
    {
        ReadOnlySpan<byte> digits = _text.Slice(position + 2, 4);
        return (char)((Digit(digits[0]) << 12) | (Digit(digits[1]) << 8) | (Digit(digits[2]) << 4) | Digit(digits[3]));
    }

    // Letters, of either case, have bit 6 set and count from 1 in their low four bits.
    private static int Digit(byte hex) => (hex & 0xF) + 9 * (hex >> 6);
}
