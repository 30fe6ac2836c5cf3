namespace ApiGen.Generator.Model;

/// <summary>On whose behalf an endpoint is called; the names are the runtime's.</summary>
internal enum AuthMode
{
    User,
    App,
    Any,
    None,
}
