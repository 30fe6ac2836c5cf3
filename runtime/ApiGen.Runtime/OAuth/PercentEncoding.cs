using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ApiGen.OAuth;

/// <summary>
/// The percent-encoding of RFC 5849 §3.6: letters, digits and <c>-._~</c> stand for themselves, every other byte of the
/// UTF-8 becomes <c>%</c> and two capital hex digits.
/// </summary>
internal static class PercentEncoding
{
    /// <summary>The length that one byte has at most when encoded.</summary>
    public const int MaxExpansion = 3;

    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;

    /// <summary>Encodes a text; a surrogate without its other half is encoded as U+FFFD.</summary>
    public static string Encode(ReadOnlySpan<char> text)
    {
        var encoded = new ArrayBufferWriter<byte>();
        Encode(text, encoded);
        return Encoding.ASCII.GetString(encoded.WrittenSpan);
    }

    /// <summary>Appends the encoding of a text; a surrogate without its other half is encoded as U+FFFD.</summary>
    public static void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> destination)
    {
        Span<byte> utf8 = stackalloc byte[256];
        while (!text.IsEmpty)
        {
            // A chunk ends between characters, never inside a surrogate pair.
            Utf8.FromUtf16(text, utf8, out int read, out int transcoded);
            Span<byte> free = destination.GetSpan(MaxExpansion * transcoded);
            destination.Advance(Encode(utf8[..transcoded], free));
            text = text[read..];
        }
    }

    /// <summary>
    /// Encodes bytes, such as parameters already encoded once, into a destination <see cref="MaxExpansion"/> times as
    /// long, and returns how much of it was written.
    /// </summary>
    public static int Encode(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        int written = 0;
        int kept;
        while ((kept = bytes.IndexOfAnyExcept(Unreserved)) >= 0)
        {
            bytes[..kept].CopyTo(destination[written..]);
            written += kept;
            byte escaped = bytes[kept];
            destination[written++] = (byte)'%';
            destination[written++] = HexDigits[escaped >> 4];
            destination[written++] = HexDigits[escaped & 0xF];
            bytes = bytes[(kept + 1)..];
        }

        bytes.CopyTo(destination[written..]);
        return written + bytes.Length;
    }
}
