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
    /// <summary>The lowest value, as it is sent; of a list, of each item.</summary>
    /// <value>Default: null, for none.</value>
    public string? Min { get; init; }

    /// <summary>The highest value, as it is sent; of a list, of each item.</summary>
    /// <value>Default: null, for none.</value>
    public string? Max { get; init; }

    /// <summary>How many characters, counted as Unicode code points, a text has at least.</summary>
    /// <value>Default: null, for any number.</value>
    public int? MinLength { get; init; }

    /// <summary>How many characters, counted as Unicode code points, a text has at most.</summary>
    /// <value>Default: null, for any number.</value>
    public int? MaxLength { get; init; }

    /// <summary>How many items a list has at least.</summary>
    /// <value>Default: null, for any number.</value>
    public int? MinItems { get; init; }

    /// <summary>How many items a list has at most.</summary>
    /// <value>Default: null, for any number.</value>
    public int? MaxItems { get; init; }

    /// <summary>The regular expression that a whole text matches, without look-arounds and back-references.</summary>
    /// <value>Default: null, for any text.</value>
    public string? Pattern { get; init; }

    /// <summary>Whether its value is kept out of messages and logs.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>How the values of a list are sent.</summary>
    public ListJoin Join { get; init; }

    /// <summary>How dates and times are written.</summary>
    /// <value>Default: null, for <c>2013-12-14</c> and <c>2013-12-14T04:35:55Z</c> (RFC 3339).</value>
    public JsonDates? Dates { get; init; }

    /// <summary>What its values are held against.</summary>
    internal ParameterCheck Check => field?.IsOf(this) == true ? field : field = new ParameterCheck(this);

    /// <summary>The name as it is sent.</summary>
    internal byte[] EncodedName { get; } = Encoding.ASCII.GetBytes(PercentEncoding.Encode(Name));

    /// <summary>Whether a signature sorts it after OAuth's own parameters.</summary>
    internal bool SortsAfterOAuth { get; } = string.CompareOrdinal(PercentEncoding.Encode(Name), "oauth_") > 0;
}
