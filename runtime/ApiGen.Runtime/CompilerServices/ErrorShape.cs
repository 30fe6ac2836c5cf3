using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>
/// How the body of a failure is laid out. An error is the first of a list, an object, or the body itself. Every place is
/// written as names of properties with dots between. Written by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ErrorShape
{
    /// <summary>Where the body holds a list of errors.</summary>
    public string? List { get; init; }

    /// <summary>Where the body holds the error, an object.</summary>
    public string? In { get; init; }

    /// <summary>Where the error has its code, a number or a string.</summary>
    public string? Code { get; init; }

    /// <summary>Where the error has its text.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Where the error has the text that is code and message in one; a dot, if the error itself is a text.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>What makes an answer of this layout a failure even with a status of success, or null.</summary>
    public ErrorCondition? When { get; init; }
}
