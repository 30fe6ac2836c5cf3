using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How the values of a list are sent as text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ListJoin
{
    /// <summary>As one, with commas between: <c>1,2</c>.</summary>
    Csv,

    /// <summary>Each with the name before it: <c>id=1&amp;id=2</c>.</summary>
    Repeated,

    /// <summary>As one, with vertical bars between: <c>1|2</c>.</summary>
    Pipe,

    /// <summary>As one, with blanks between: <c>1 2</c>.</summary>
    Space,
}
