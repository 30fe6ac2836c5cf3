namespace ApiGen.Generator.Model;

/// <summary>Where the id of a token's user is found; the names are the runtime's.</summary>
internal enum UserIdSource
{
    None,
    TokenPrefix,
}
