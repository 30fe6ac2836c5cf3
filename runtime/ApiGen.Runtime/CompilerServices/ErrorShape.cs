using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>
/// How the JSON body of a failure is laid out: a list of errors, each an object with a code and a message.
/// </summary>
/// <param name="List">The property that holds the list; empty if failures have no readable body.</param>
/// <param name="Code">The property of an error that holds its code, a number or a string.</param>
/// <param name="Message">The property of an error that holds its text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ErrorShape(string List, string Code, string Message)
{
    /// <summary>Failures whose bodies say nothing a program can read.</summary>
    public static ErrorShape None { get; } = new("", "", "");
}
