using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>The content of a JSON string that has escapes, all of them well-formed.</summary>
/// <param name="utf8">The content, in UTF-8.</param>
/// <param name="saved">The bytes that its escapes take beyond the UTF-16 units they stand for.</param>
/// <param name="offset">Where the string begins in its text.</param>
/// <param name="encoding">The UTF-8 to decode it with: it says what becomes of bytes that aren't.</param>
internal readonly ref struct JsonEscapedText(ReadOnlySpan<byte> utf8, int saved, int offset, UTF8Encoding encoding)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private readonly int _offset = offset;
    private readonly UTF8Encoding _encoding = encoding;

    /// <summary>Unescapes the text, with no allocation but the result.</summary>
    public override string ToString() => string.Create(
        _encoding.GetCharCount(_utf8) - saved,
        this,
        static (destination, text) => text.CopyTo(destination));

    private void CopyTo(Span<char> destination)
    {
        ReadOnlySpan<byte> rest = _utf8;
        while (!rest.IsEmpty)
        {
            int read, written;
            if (rest[0] == '\\')
            {
                (read, written) = CopyEscape(rest, destination);
            }
            else if (rest[0] < 0x80)
            {
                read = written = CopyPlain(rest, destination);
            }
            else
            {
                read = rest.IndexOf((byte)'\\');
                if (read < 0)
                    read = rest.Length;
                written = _encoding.GetChars(rest[..read], destination);
            }
            rest = rest[read..];
            destination = destination[written..];
        }
    }

    /// <summary>Copies ASCII up to the next escape or byte beyond ASCII, and returns how much that was.</summary>
    private static int CopyPlain(ReadOnlySpan<byte> source, Span<char> destination)
    {
        Span<ushort> units = MemoryMarshal.Cast<char, ushort>(destination);
        int copied = 0;
        while (source.Length - copied >= Vector128<byte>.Count && units.Length - copied >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(source[copied..]);
            Vector128<byte> ends = Vector128.LessThan(bytes.AsSByte(), Vector128<sbyte>.Zero).AsByte()
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
            // What lies behind an end is copied too, and written over by what comes next.
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(bytes);
            low.CopyTo(units[copied..]);
            high.CopyTo(units[(copied + Vector128<ushort>.Count)..]);
            if (ends != Vector128<byte>.Zero)
                return copied + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            copied += Vector128<byte>.Count;
        }
        while (copied < source.Length && source[copied] < 0x80 && source[copied] != '\\')
        {
            units[copied] = source[copied];
            copied++;
        }
        return copied;
    }

    private (int Read, int Written) CopyEscape(ReadOnlySpan<byte> escape, Span<char> destination)
    {
        if (escape[1] != 'u')
        {
            destination[0] = Simple(escape[1]);
            return (2, 1);
        }
        char unit = Unit(escape);
        destination[0] = unit;
        if (!char.IsSurrogate(unit))
            return (6, 1);
        ReadOnlySpan<byte> next = escape[6..];
        if (!char.IsHighSurrogate(unit) || !next.StartsWith("\\u"u8) || !char.IsLowSurrogate(Unit(next)))
            throw new JsonProblemException(_offset, "a string with half a surrogate pair");
        destination[1] = Unit(next);
        return (12, 2);
    }

    private static char Simple(byte escape) => escape switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)escape,
    };

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)((Digit(escape[2]) << 12) | (Digit(escape[3]) << 8) | (Digit(escape[4]) << 4) | Digit(escape[5]));

    // Letters, of either case, have bit 6 set and count from 1 in their low four bits.
    private static int Digit(byte hex) => (hex & 0xF) + 9 * (hex >> 6);
}
