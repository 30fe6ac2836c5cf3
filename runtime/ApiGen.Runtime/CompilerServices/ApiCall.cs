using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>
/// The arguments of one call, encoded as they are sent. Filled by generated code, in the order of the signature.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiCall
{
    /// <summary>Enough for a few short parameters; longer ones grow it.</summary>
    private const int FirstCapacity = 96;

    // In the order of the signature, so that what is sent is also the normalized form that is signed.
    private readonly ArrayBufferWriter<byte> _parameters = new(FirstCapacity);
    private int _beforeOAuth = -1;
    private string?[]? _pathValues;
    private int _attemptsThatLeft;

    private protected ApiCall(EndpointDescriptor endpoint) => Endpoint = endpoint;

    /// <summary>What is called.</summary>
    internal EndpointDescriptor Endpoint { get; }

    /// <summary>On whose behalf it is made, once it is.</summary>
    internal Caller Caller { get; set; } = null!;

    /// <summary>Who made the last attempt at it, or null before the first.</summary>
    internal CallIdentity? Identity { get; set; }

    /// <summary>Where the call is sent, once a request was made of it.</summary>
    internal Uri? Address { get; set; }

    /// <summary>Whether an attempt at it was given to the network, of which the server may know.</summary>
    internal bool HasLeft => Volatile.Read(ref _attemptsThatLeft) > 0;

    /// <summary>When the call is given up, once it is under way.</summary>
    internal CallDeadline? Deadline { get; set; }

    /// <summary>The query or form: <c>name=value&amp;name=value</c>, in ASCII.</summary>
    internal ReadOnlySpan<byte> Parameters => _parameters.WrittenSpan;

    /// <summary>The part of <see cref="Parameters"/> that a signature sorts before OAuth's own.</summary>
    internal ReadOnlySpan<byte> BeforeOAuth => _beforeOAuth < 0 ? Parameters : Parameters[.._beforeOAuth];

    /// <summary>The part of <see cref="Parameters"/> that a signature sorts after OAuth's own.</summary>
    internal ReadOnlySpan<byte> AfterOAuth => _beforeOAuth switch
    {
        < 0 => default,
        0 => Parameters,

        // Without the ampersand between the two parts.
        _ => Parameters[(_beforeOAuth + 1)..],
    };

    /// <summary>Whether parameters go into a form rather than the query.</summary>
    internal bool IsForm { get; private set; }

    /// <summary>The path as it is sent, its placeholders filled.</summary>
    internal string Path
    {
        get
        {
            string path = Endpoint.Path;
            for (int i = 0; i < _pathValues?.Length; i++)
            {
                if (_pathValues[i] is { } value)
                    path = path.Replace($"{{{Endpoint.Parameters[i].Name}}}", value, StringComparison.Ordinal);
            }

            return path;
        }
    }

    /// <summary>Takes note that an attempt is given to the network; several may be at once.</summary>
    internal void Leaves() => Interlocked.Increment(ref _attemptsThatLeft);

    /// <summary>Takes note that an attempt provably never reached the server after all.</summary>
    internal void NeverLeft() => Interlocked.Decrement(ref _attemptsThatLeft);

    /// <summary>Adds a text that must not be null.</summary>
    private protected void AppendRequired(int index, string? value)
    {
        if (value is null) throw new ArgumentNullException(Endpoint.Parameters[index].Argument);
        Append(index, value);
    }

    private protected void Append(int index, long value)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        Append(index, text[..length]);
    }

    private protected void Append(int index, ReadOnlySpan<char> value)
    {
        ParameterDescriptor parameter = Endpoint.Parameters[index];
        if (parameter.Place == ParameterPlace.Path)
        {
            SetPathValue(index, value);
            return;
        }

        IsForm |= parameter.Place == ParameterPlace.Form;
        if (_beforeOAuth < 0 && parameter.SortsAfterOAuth) _beforeOAuth = _parameters.WrittenCount;
        if (_parameters.WrittenCount > 0) _parameters.Write("&"u8);
        _parameters.Write(parameter.EncodedName);
        _parameters.Write("="u8);
        PercentEncoding.Encode(value, _parameters);
    }

    private void SetPathValue(int index, ReadOnlySpan<char> value)
    {
        // Every one of these would make another path of it (RFC 3986 §5.2.4).
        if (value is "" or "." or "..")
            throw new ArgumentException(
                "A part of a path can't be empty, '.' or '..'.", Endpoint.Parameters[index].Argument);

        _pathValues ??= new string?[Endpoint.Parameters.Length];
        _pathValues[index] = PercentEncoding.Encode(value);
    }
}
