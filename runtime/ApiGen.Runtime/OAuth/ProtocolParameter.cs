using System.Diagnostics;

namespace ApiGen.OAuth;

/// <summary>One parameter of OAuth's own, encoded once; the value is null where each request has another.</summary>
internal readonly record struct ProtocolParameter(
    string Name, [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? Value)
    : IComparable<ProtocolParameter>
{
    /// <summary>Encodes a name and a value that are constant.</summary>
    public static ProtocolParameter Of(string name, string value) =>
        new(PercentEncoding.Encode(name), PercentEncoding.Encode(value));

    /// <summary>Orders as a signature does (RFC 5849 §3.4.1.3.2): by the bytes of the name, then the value.</summary>
    public int CompareTo(ProtocolParameter other)
    {
        int byName = string.CompareOrdinal(Name, other.Name);
        return byName != 0 ? byName : string.CompareOrdinal(Value, other.Value);
    }

    /// <summary>The name alone: a value may be the token.</summary>
    public override string ToString() => Name;
}
