using System.Buffers;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>
/// The parameters of a call that travel together, as they are sent: <c>name=value&amp;name=value</c>, in ASCII. Added
/// in the order of the signature, so that what is sent is also the normalized form that is signed.
/// </summary>
internal struct EncodedParameters
{
    private const int FirstCapacity = 128;

    private byte[]? _buffer;
    private int _length;
    private int _beforeOAuth = -1;

    public EncodedParameters()
    {
    }

    public readonly bool IsEmpty => _length == 0;

    public readonly ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _length);

    /// <summary>The part of <see cref="Text"/> that a signature sorts before OAuth's own.</summary>
    public readonly ReadOnlySpan<byte> BeforeOAuth => _beforeOAuth < 0 ? Text : Text[.._beforeOAuth];

    /// <summary>The part of <see cref="Text"/> that a signature sorts after OAuth's own.</summary>
    public readonly ReadOnlySpan<byte> AfterOAuth => _beforeOAuth switch
    {
        < 0 => default,
        0 => Text,

        // Without the ampersand between the two parts.
        _ => Text[(_beforeOAuth + 1)..],
    };

    public void Add(ParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        byte[] name = parameter.EncodedName;
        int longest = PercentEncoding.MaxExpansion * Encoding.UTF8.GetByteCount(value);
        Span<byte> free = Free(name.Length + "&=".Length + longest);
        if (_beforeOAuth < 0 && parameter.SortsAfterOAuth) _beforeOAuth = _length;
        var text = new ByteWriter(free);
        if (_length > 0) text.Append("&"u8);
        text.Append(name);
        text.Append("="u8);
        text.AppendEncoded(value);
        _length += text.Length;
    }

    /// <summary>Adds a parameter once for each of its values, in their own order.</summary>
    /// <returns>Whether the values stand as a signature sorts them.</returns>
    public bool AddEach(ParameterDescriptor parameter, IEnumerable<string> values)
    {
        bool isSorted = true;
        Range? last = null;
        foreach (string value in values)
        {
            int start = Text.IsEmpty ? 0 : Text.Length + 1;
            Add(parameter, value);

            // Encoded, as RFC 5849 §3.4.1.3.2 compares them.
            if (last is { } before) isSorted &= Text[before].SequenceCompareTo(Text[start..]) <= 0;
            last = start..Text.Length;
        }

        return isSorted;
    }

    /// <summary>Gives up the text, whose memory was borrowed.</summary>
    public void Clear()
    {
        // Cleared, because there may be a secret in it.
        if (_buffer is not null) ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = null;
        _length = 0;
    }

    private Span<byte> Free(int needed)
    {
        if (_buffer is null || _buffer.Length - _length < needed)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstCapacity, _length + needed));
            Text.CopyTo(larger);
            if (_buffer is not null) ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
