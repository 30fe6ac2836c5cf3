namespace FollowUser;

/// <summary>What the environment says of the account and the server.</summary>
internal sealed record TwitterSettings(OAuth1Credentials? Credentials, Uri? BaseAddress)
{
    public const string BaseUrlName = "TWITTER_BASE_URL";

    public static readonly string[] CredentialNames =
    [
        "TWITTER_CONSUMER_KEY", "TWITTER_CONSUMER_SECRET", "TWITTER_ACCESS_TOKEN", "TWITTER_ACCESS_TOKEN_SECRET",
    ];

    /// <summary>Reads the environment; half a configuration is an error, not a sandbox.</summary>
    /// <exception cref="SettingsException">Some of the variables are missing, or the address is none.</exception>
    public static TwitterSettings FromEnvironment()
    {
        string[] values = [.. CredentialNames.Select(name => Environment.GetEnvironmentVariable(name) ?? "")];
        string[] missing = [.. CredentialNames.Where((_, i) => values[i].Length == 0)];
        Uri? address = BaseAddressFromEnvironment();
        if (missing.Length == CredentialNames.Length && address is null) return new TwitterSettings(null, null);
        if (missing.Length > 0)
            throw new SettingsException($"Set {string.Join(", ", missing)} as well: an account has all four.");
        return new TwitterSettings(new OAuth1Credentials(values[0], values[1], values[2], values[3]), address);
    }

    private static Uri? BaseAddressFromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(BaseUrlName);
        if (string.IsNullOrEmpty(text)) return null;
        bool isBase = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            && address is { Query: "", Fragment: "", UserInfo: "" };
        return isBase
            ? address
            : throw new SettingsException(
                $"{BaseUrlName} must be an http or https address without query, such as http://localhost:8080.");
    }
}
