using System.Text;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// A name and a value, as text and as a signature writes them. The encoded form is made from the bytes that came, so
/// that bytes which are no UTF-8 are still signed as they are.
/// </summary>
internal sealed record Field(string Name, string Value, string EncodedName, string EncodedValue)
{
    /// <summary>Reads a query or a form body: pairs joined by ampersands, where a plus is a space.</summary>
    public static List<Field> ReadAll(ReadOnlySpan<byte> urlEncoded)
    {
        List<Field> fields = [];
        foreach (Range range in urlEncoded.Split((byte)'&'))
        {
            ReadOnlySpan<byte> pair = urlEncoded[range];
            if (pair.IsEmpty) continue;

            int equals = pair.IndexOf((byte)'=');
            fields.Add(equals < 0
                ? Of(Decode(pair), [])
                : Of(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return fields;

        static byte[] Decode(ReadOnlySpan<byte> text) => PercentEncoding.Decode(text, plusIsSpace: true);
    }

    public static Field Of(byte[] name, byte[] value) => new(
        Encoding.UTF8.GetString(name),
        Encoding.UTF8.GetString(value),
        PercentEncoding.Encode(name),
        PercentEncoding.Encode(value));
}
