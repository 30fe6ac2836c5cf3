namespace ApiGen.Generator.Model;

/// <summary>How an API wants its requests signed by OAuth 1.0a.</summary>
internal sealed record OAuth1SchemeModel
{
    public required OAuth1SignatureMethod Signature { get; init; }

    public required OAuth1Transmission Send { get; init; }

    public required string? Realm { get; init; }

    public required bool BodyHash { get; init; }

    public required bool SendsEmptyToken { get; init; }

    public required bool SendsVersion { get; init; }
}
