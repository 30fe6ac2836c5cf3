using System.ComponentModel;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>A parameter of an endpoint. Written by generated code, in the order of the signature.</summary>
/// <param name="Name">The name on the wire, decoded.</param>
/// <param name="Argument">The name of the C# argument.</param>
/// <param name="Place">Where a request carries it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterDescriptor(string Name, string Argument, ParameterPlace Place)
{
    /// <summary>How the values of a list are sent.</summary>
    public ListJoin Join { get; init; }

    /// <summary>How dates and times are written.</summary>
    /// <value>Default: null, for <c>2013-12-14</c> and <c>2013-12-14T04:35:55Z</c> (RFC 3339).</value>
    public JsonDates? Dates { get; init; }

    /// <summary>The name as it is sent.</summary>
    internal byte[] EncodedName { get; } = Encoding.ASCII.GetBytes(PercentEncoding.Encode(Name));

    /// <summary>Whether a signature sorts it after OAuth's own parameters.</summary>
    internal bool SortsAfterOAuth { get; } = string.CompareOrdinal(PercentEncoding.Encode(Name), "oauth_") > 0;
}
