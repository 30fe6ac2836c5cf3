namespace ApiGen.Generator.Model;

/// <summary>How calls are authorised; the names are the runtime's.</summary>
internal enum AuthScheme
{
    OAuth1,
    OAuth2,
    Bearer,
}
