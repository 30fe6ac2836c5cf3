using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    // The bytes at which a plain run inside a string ends: the quote, the backslash, and controls, which JSON forbids.
    private static readonly SearchValues<byte> RunEnds = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static control => (byte)control), (byte)'"', (byte)'\\']);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding LenientUtf8 = new(false, throwOnInvalidBytes: false);

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        if (Peek() != '"')
            FailHere("string");
        int start = _position + 1;
        int end = PlainEnd(start);
        if ((uint)end < (uint)_text.Length && _text[end] == '"')
        {
            _position = end + 1;
            return Encoding.Latin1.GetString(_text[start..end]);
        }
        return ReadUnusualString(end);
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    public string? ReadStringOrNull() => ReadNull() ? null : ReadString();

    /// <summary>Reads a string that has escapes or isn't all ASCII, known to be plain up to a place.</summary>
    private string ReadUnusualString(int position)
    {
        int offset = _position;
        ReadOnlySpan<byte> content = ReadContent(position, out int saved);
        try
        {
            return saved == 0
                ? StrictUtf8.GetString(content)
                : new JsonEscapedText(content, saved, offset, StrictUtf8).ToString();
        }
        catch (DecoderFallbackException)
        {
            Fail(offset, "a string with bytes that aren't UTF-8");
            return "";
        }
    }

    /// <summary>Moves behind a string, and returns what is between its quotes as it stands.</summary>
    /// <param name="saved">The bytes that escapes take beyond the UTF-16 units they mean; 0 if there are none.</param>
    private ReadOnlySpan<byte> ReadContent(out int saved) => ReadContent(PlainEnd(_position + 1), out saved);

    private ReadOnlySpan<byte> ReadContent(int position, out int saved)
    {
        int start = _position + 1;
        saved = 0;
        while ((uint)position < (uint)_text.Length)
        {
            byte stop = _text[position];
            if (stop == '"')
            {
                _position = position + 1;
                return _text[start..position];
            }
            if (stop == '\\')
            {
                int escape = EscapeLength(position);
                position += escape;
                saved += escape - 1;
                if ((uint)position < (uint)_text.Length && _text[position] == '\\')
                    continue;
            }
            else if (stop < ' ')
            {
                Fail(_position, $"a string with the bare control character U+{stop:X4}");
            }
            else
            {
                int run = _text[position..].IndexOfAny(RunEnds);
                if (run < 0)
                    break;
                position += run;
                continue;
            }
            position = PlainEnd(position);
        }
        Fail(_position, "the text ends in the middle of a string");
        return default;
    }

    /// <summary>Where plain ASCII ends: at a quote, backslash, control, byte beyond ASCII, or with the text.</summary>
    private readonly int PlainEnd(int position)
    {
        ReadOnlySpan<byte> text = _text;
        while (position <= text.Length - Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(text[position..]);
            // As signed numbers, controls and bytes beyond ASCII are all below the space.
            Vector128<byte> ends = Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
            if (ends != Vector128<byte>.Zero)
                return position + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            position += Vector128<byte>.Count;
        }
        while (position < text.Length && text[position] is >= (byte)' ' and < 0x80 and not ((byte)'"' or (byte)'\\'))
            position++;
        return position;
    }

    /// <summary>The bytes that the escape at a position takes: two, or six for <c>\u</c>.</summary>
    private readonly int EscapeLength(int position)
    {
        ReadOnlySpan<byte> escape = _text[(position + 1)..];
        if (escape.IsEmpty)
            Fail(position, "the text ends in the middle of a string");
        switch (escape[0])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u' when escape.Length > 4
                && char.IsAsciiHexDigit((char)escape[1]) && char.IsAsciiHexDigit((char)escape[2])
                && char.IsAsciiHexDigit((char)escape[3]) && char.IsAsciiHexDigit((char)escape[4]):
                return 6;
        }
        Fail(position, "a string with an escape that JSON doesn't know");
        return 0;
    }

    /// <summary>
    /// What a name, number or date with escapes means. Services hardly write such, so it may cost an allocation; and if
    /// there are bad bytes in it, it isn't one that is looked for, so they need no error of their own.
    /// </summary>
    private static byte[] Unescape(ReadOnlySpan<byte> content, int saved, int offset) =>
        LenientUtf8.GetBytes(new JsonEscapedText(content, saved, offset, LenientUtf8).ToString());
}
