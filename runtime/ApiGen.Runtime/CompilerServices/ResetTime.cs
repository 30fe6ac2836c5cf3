using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How a header tells when a window ends. Written by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ResetTime
{
    /// <summary>Seconds since 1970-01-01 00:00 UTC.</summary>
    Epoch = 0,

    /// <summary>Seconds from the answer on.</summary>
    Seconds = 1,

    /// <summary>A date as HTTP writes it (RFC 9110 §5.6.7).</summary>
    Date = 2,
}
