using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>What the body of a successful answer is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AnswerContent
{
    /// <summary>JSON, which a reader makes a value of.</summary>
    Json,

    /// <summary>Nothing that matters: whatever comes isn't read.</summary>
    None,

    /// <summary>A text in the charset that the answer names, or else in UTF-8.</summary>
    Text,

    /// <summary>Bytes as they come.</summary>
    Bytes,
}
