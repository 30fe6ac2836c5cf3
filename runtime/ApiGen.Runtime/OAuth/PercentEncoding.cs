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
        byte[] encoded = new byte[MaxExpansion * Encoding.UTF8.GetByteCount(text)];
        return Encoding.ASCII.GetString(encoded, 0, Encode(text, encoded));
    }

    /// <summary>Encodes a text into a destination that is long enough, and returns how much was written.</summary>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        Span<byte> utf8 = stackalloc byte[256];
        int written = 0;
        while (!text.IsEmpty)
        {
            // A chunk ends between characters, never inside a surrogate pair.
            Utf8.FromUtf16(text, utf8, out int read, out int transcoded);
            written += Encode(utf8[..transcoded], destination[written..]);
            text = text[read..];
        }

        return written;
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
            written += Escape(bytes[kept], destination[written..]);
            bytes = bytes[(kept + 1)..];
        }

        bytes.CopyTo(destination[written..]);
        return written + bytes.Length;
    }

    /// <summary>
    /// Encodes anew what a URL's query or a form encoded its own way: a plus is a space (RFC 5849 §3.4.1.3.1), an
    /// escape stands for its byte, and a percent sign that begins none stands for itself.
    /// </summary>
    public static int Recode(ReadOnlySpan<byte> encoded, Span<byte> destination)
    {
        int written = 0;
        int kept;
        while ((kept = encoded.IndexOfAnyExcept(Unreserved)) >= 0)
        {
            encoded[..kept].CopyTo(destination[written..]);
            written += kept;
            (byte value, int length) = Decode(encoded[kept..]);
            if (Unreserved.Contains(value)) destination[written++] = value;
            else written += Escape(value, destination[written..]);
            encoded = encoded[(kept + length)..];
        }

        encoded.CopyTo(destination[written..]);
        return written + encoded.Length;
    }

    private static (byte Value, int Length) Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded[0] == '+') return ((byte)' ', 1);
        bool isEscape = encoded.Length > 2 && encoded[0] == '%'
            && char.IsAsciiHexDigit((char)encoded[1]) && char.IsAsciiHexDigit((char)encoded[2]);
        return isEscape ? ((byte)((Digit(encoded[1]) << 4) | Digit(encoded[2])), 3) : (encoded[0], 1);
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    private static int Escape(byte value, Span<byte> destination)
    {
        destination[2] = HexDigits[value & 0xF];
        destination[1] = HexDigits[value >> 4];
        destination[0] = (byte)'%';
        return 3;
    }
}
