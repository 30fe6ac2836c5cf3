using System.Buffers;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>
/// The parameters of a call that travel together, as they are sent: <c>name=value&amp;name=value</c>, in ASCII. Added
/// in the order of the signature, so that what is sent is also the normalized form that is signed.
/// </summary>
internal struct EncodedParameters
{
    /// <summary>Enough for a few short parameters; longer ones grow it.</summary>
    private const int FirstCapacity = 96;

    private ArrayBufferWriter<byte>? _text;
    private int _beforeOAuth = -1;

    public EncodedParameters()
    {
    }

    public readonly bool IsEmpty => _text is null;

    public readonly ReadOnlySpan<byte> Text => _text is null ? default : _text.WrittenSpan;

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

    /// <summary>Whether the values of a name that comes several times stand as a signature sorts them.</summary>
    public bool IsSorted { get; private set; } = true;

    public void Add(ParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        _text ??= new ArrayBufferWriter<byte>(FirstCapacity);
        if (_beforeOAuth < 0 && parameter.SortsAfterOAuth) _beforeOAuth = _text.WrittenCount;
        if (_text.WrittenCount > 0) _text.Write("&"u8);
        _text.Write(parameter.EncodedName);
        _text.Write("="u8);
        PercentEncoding.Encode(value, _text);
    }

    /// <summary>Adds a parameter once for each of its values, in their own order.</summary>
    public void AddEach(ParameterDescriptor parameter, IEnumerable<string> values)
    {
        Range? last = null;
        foreach (string value in values)
        {
            int start = Text.IsEmpty ? 0 : Text.Length + 1;
            Add(parameter, value);

            // Encoded, as RFC 5849 §3.4.1.3.2 compares them.
            if (last is { } before) IsSorted &= Text[before].SequenceCompareTo(Text[start..]) <= 0;
            last = start..Text.Length;
        }
    }
}
