using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How a request says which page it asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingMethod
{
    /// <summary>By a cursor that the answer before named.</summary>
    Cursor,

    /// <summary>By the largest id that may be on it.</summary>
    MaxId,

    /// <summary>By its number.</summary>
    Page,

    /// <summary>By how many items come before it.</summary>
    Offset,
}
