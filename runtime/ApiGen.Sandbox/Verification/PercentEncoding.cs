using System.Buffers;
using System.Globalization;
using System.Text;

namespace ApiGen.Sandbox.Verification;

/// <summary>Percent-encoding as a server must read and repeat it (RFC 5849, section 3.6), byte by byte.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder encoded = new(bytes.Length);
        foreach (byte each in bytes)
        {
            if (Unreserved.Contains(each)) encoded.Append((char)each);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{each:X2}");
        }

        return encoded.ToString();
    }

    /// <summary>
    /// Decodes what is encoded and leaves what isn't; a percent sign that begins nothing stands for itself.
    /// </summary>
    public static byte[] Decode(ReadOnlySpan<byte> text, bool plusIsSpace)
    {
        List<byte> bytes = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsTriplet(text[i..]))
            {
                ReadOnlySpan<byte> digits = text.Slice(i + 1, 2);
                bytes.Add(byte.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add(plusIsSpace && text[i] == '+' ? (byte)' ' : text[i]);
            }
        }

        return [.. bytes];
    }

    /// <summary>The first character that should have been encoded and wasn't, or null if there is none.</summary>
    public static char? FirstUnencoded(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
        {
            if (IsTriplet(bytes.AsSpan(i))) i += 2;
            else if (!Unreserved.Contains(bytes[i])) return (char)bytes[i];
        }

        return null;
    }

    private static bool IsTriplet(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[0] == '%' && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]);
}
