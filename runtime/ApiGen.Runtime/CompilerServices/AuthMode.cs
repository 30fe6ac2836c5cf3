using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>On whose behalf an endpoint is called.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AuthMode
{
    /// <summary>A user's.</summary>
    User,

    /// <summary>The app's alone.</summary>
    App,

    /// <summary>A user's or the app's alone.</summary>
    Any,

    /// <summary>Nobody's: the request carries no credentials, whoever's client makes it.</summary>
    None,
}
