namespace ApiGen.Generator.Model;

/// <summary>
/// How calls for a user, or by the app alone, are authorised, and where tokens come from: paths or whole URLs.
/// </summary>
internal sealed record AuthModel
{
    public required AuthScheme Scheme { get; init; }

    public string? RequestToken { get; init; }

    public string? Authorize { get; init; }

    public string? AccessToken { get; init; }

    public string? Token { get; init; }

    public string? UserField { get; init; }

    public EquatableArray<string> Scopes { get; init; }
}
