using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How a rule lets a request choose among its alternatives.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterRuleKind
{
    /// <summary>One and only one is given.</summary>
    ExactlyOne,

    /// <summary>One is given, or none.</summary>
    AtMostOne,

    /// <summary>One is given, or several.</summary>
    AtLeastOne,

    /// <summary>All are given, or none.</summary>
    AllOrNone,

    /// <summary>With the first alternative, a single parameter, the second is given; without it, whatever one likes.</summary>
    Requires,
}
