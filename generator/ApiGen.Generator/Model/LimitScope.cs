namespace ApiGen.Generator.Model;

/// <summary>Whose calls a limit counts together; the names are the runtime's.</summary>
internal enum LimitScope
{
    User,
    App,
    AppToken,
    Ip,
}
