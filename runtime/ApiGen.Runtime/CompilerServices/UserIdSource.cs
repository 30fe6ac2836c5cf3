using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Where the id of a token's user is found when the credentials don't name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum UserIdSource
{
    /// <summary>Nowhere: the token stands for the user.</summary>
    None,

    /// <summary>In the token itself, before its first hyphen, as in Twitter's <c>2244994945-abc…</c>.</summary>
    TokenPrefix,
}
