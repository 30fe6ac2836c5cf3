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
    /// <summary>The name as it is sent.</summary>
    internal byte[] EncodedName { get; } = Encoding.ASCII.GetBytes(PercentEncoding.Encode(Name));

    /// <summary>Whether a signature sorts it after OAuth's own parameters.</summary>
    internal bool SortsAfterOAuth { get; } = string.CompareOrdinal(PercentEncoding.Encode(Name), "oauth_") > 0;
}
