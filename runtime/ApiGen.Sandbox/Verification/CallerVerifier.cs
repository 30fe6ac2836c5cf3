using ApiGen.CompilerServices;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.SignIn;

namespace ApiGen.Sandbox.Verification;

/// <summary>Finds out who calls, by signature or bearer token, and whether the endpoint is open to them.</summary>
internal sealed class CallerVerifier(ApiDescriptor api, Accounts accounts, BearerTokens tokens, TimeProvider clock)
{
    private const string Bearer = "Bearer ";

    private readonly SignatureVerifier _signatures =
        new(accounts, SignatureMethod.NameIn(api), api.Signing.BodyHash);
    private readonly bool _takesBearers = api.App is not null || api.User is { Scheme: not AuthScheme.OAuth1 };

    /// <summary>What is wrong with a request, or null; and then who calls, the user null for the app alone.</summary>
    public VerificationProblem? Verify(
        IncomingRequest request, EndpointDescriptor endpoint, out (string App, string? User)? caller)
    {
        caller = null;
        if (endpoint.Auth == AuthMode.None) return null;

        (string App, string? User) found;
        if (_takesBearers && request.Authorization is [{ } header]
            && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            if (tokens.Find(header[Bearer.Length..].Trim()) is not { } owner)
                return new("Token", "The bearer token was not issued here, was revoked, or has expired.");
            found = owner;
        }
        else
        {
            if (_signatures.Verify(request, clock.GetUtcNow(), out SandboxAccount? account) is { } problem)
                return problem;
            found = (account!.ConsumerKey, UserOf(account));
        }

        bool isOpen = endpoint.Auth == AuthMode.Any || (endpoint.Auth == AuthMode.App) == (found.User is null)
            || request.Authorization.All(AuthorizationHeader.IsOAuth) && endpoint.Auth == AuthMode.User;
        if (!isOpen)
        {
            string needed = endpoint.Auth == AuthMode.App ? "the app's own token" : "a user's token";
            return new("Access", $"{endpoint.Name} is called with {needed}.", IsForbidden: true);
        }

        caller = found;
        return null;
    }

    private string? UserOf(SandboxAccount account)
    {
        if (account.Token.Length == 0) return null;

        if (api.UserId != UserIdSource.TokenPrefix) return account.Token;

        int hyphen = account.Token.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? account.Token[..hyphen] : account.Token;
    }
}
