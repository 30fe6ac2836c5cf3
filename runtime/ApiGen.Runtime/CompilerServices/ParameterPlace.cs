using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Where a request carries a parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterPlace
{
    /// <summary>In the URL's query.</summary>
    Query,

    /// <summary>In a form-urlencoded body.</summary>
    Form,

    /// <summary>In the URL's path, at its name in braces.</summary>
    Path,

    /// <summary>In a header of its name, which no signature covers.</summary>
    Header,
}
