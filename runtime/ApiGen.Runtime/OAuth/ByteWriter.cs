using System.Diagnostics;
using System.Globalization;

namespace ApiGen.OAuth;

/// <summary>Fills a span from its start, for a text whose length is bounded beforehand.</summary>
internal ref struct ByteWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<byte> Written => _destination[..Length];

    /// <summary>Appends bytes as they are.</summary>
    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_destination[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Appends a number in decimal digits.</summary>
    public void Append(long number)
    {
        bool fits = number.TryFormat(_destination[Length..], out int written, default, CultureInfo.InvariantCulture);
        Debug.Assert(fits);
        Length += written;
    }

    /// <summary>Appends the percent-encoding of bytes.</summary>
    public void AppendEncoded(scoped ReadOnlySpan<byte> bytes) =>
        Length += PercentEncoding.Encode(bytes, _destination[Length..]);

    /// <summary>Appends the percent-encoding of a text.</summary>
    public void AppendEncoded(scoped ReadOnlySpan<char> text) =>
        Length += PercentEncoding.Encode(text, _destination[Length..]);
}
