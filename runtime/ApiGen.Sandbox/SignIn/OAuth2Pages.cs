using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.SignIn;

/// <summary>
/// The two addresses of OAuth 2.0 (RFC 6749): client credentials, authorization codes with PKCE by S256 (RFC 7636), and
/// refresh tokens that are good for one use.
/// </summary>
internal sealed class OAuth2Pages(ApiDescriptor api, Accounts accounts, BearerTokens tokens, string user)
{
    private readonly ConcurrentDictionary<string, Code> _codes = new();
    private readonly ConcurrentDictionary<string, string> _refreshTokens = new();

    /// <summary>Whoever opens this has said yes, unless the query says <c>answer=no</c>.</summary>
    public Answer Authorize(IncomingRequest request)
    {
        Dictionary<string, string> query = Values(request.Query);
        string state = query.GetValueOrDefault("state", "");
        string? redirect = query.GetValueOrDefault("redirect_uri");
        if (redirect is null || accounts.SecretOf(query.GetValueOrDefault("client_id", "")) is null)
            return Answer.Text(400, "The client_id is of no account, or there is no redirect_uri.");
        if (query.GetValueOrDefault("answer") == "no")
            return Tokens.Redirect(redirect, ("error", "access_denied"), ("state", state));

        bool isRight = query.GetValueOrDefault("response_type") == "code"
            && query.GetValueOrDefault("code_challenge_method") == "S256"
            && query.GetValueOrDefault("code_challenge") is { Length: 43 };
        if (!isRight) return Tokens.Redirect(redirect, ("error", "invalid_request"), ("state", state));

        string code = Tokens.New();
        _codes[code] = new Code(query["client_id"], redirect, query["code_challenge"]);
        return Tokens.Redirect(redirect, ("code", code), ("state", state));
    }

    public Answer Token(IncomingRequest request)
    {
        Dictionary<string, string> form = Values(request.Form);
        (string Id, string Secret)? basic = BasicCredentials(request);
        string? app = basic?.Id ?? form.GetValueOrDefault("client_id");
        string? secret = app is null ? null : accounts.SecretOf(app);
        bool isPublic = basic is null && form.GetValueOrDefault("grant_type") != "client_credentials";
        if (app is null || secret is null || (!isPublic && basic?.Secret != secret))
            return Error(401, "invalid_client", "The app isn't known, or its secret is another.");

        return form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" when api.App is { Scheme: AuthScheme.OAuth2 } => Granted(app, null),
            "authorization_code" when api.User is { Scheme: AuthScheme.OAuth2 } => Exchange(app, form),
            "refresh_token" when api.User is { Scheme: AuthScheme.OAuth2 } => Refresh(app, form),
            _ => Error(400, "unsupported_grant_type", "The spec has no such grant."),
        };
    }

    private static Dictionary<string, string> Values(IEnumerable<Field> fields) =>
        fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.First().Value);

    private static Answer Error(int status, string error, string description) => Answer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteEndObject();
    });

    private static (string Id, string Secret)? BasicCredentials(IncomingRequest request)
    {
        string? header = request.Authorization.FirstOrDefault(
            text => text.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase));
        if (header is null) return null;

        byte[] pair = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), pair, out int length)) return null;

        string[] parts = Encoding.UTF8.GetString(pair, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }

    private Answer Exchange(string app, Dictionary<string, string> form)
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier", "")));
        bool isRight = _codes.TryRemove(form.GetValueOrDefault("code", ""), out Code? code)
            && code.App == app
            && code.RedirectAddress == form.GetValueOrDefault("redirect_uri")
            && code.Challenge == Base64Url.EncodeToString(hash);
        return isRight ? Granted(app, user) : Error(400, "invalid_grant", "The code or its verifier is wrong.");
    }

    private Answer Refresh(string app, Dictionary<string, string> form) =>
        _refreshTokens.TryRemove(form.GetValueOrDefault("refresh_token", ""), out string? owner) && owner == app
            ? Granted(app, user)
            : Error(400, "invalid_grant", "The refresh token is wrong, or was used before.");

    private Answer Granted(string app, string? grantedBy) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("token_type", "bearer");
        json.WriteString("access_token", tokens.New(app, grantedBy));
        json.WriteNumber("expires_in", (long)tokens.Lifetime.TotalSeconds);
        if (grantedBy is not null)
        {
            string refresh = Tokens.New();
            _refreshTokens[refresh] = app;
            json.WriteString("refresh_token", refresh);
            if (api.User?.UserField is { } field) json.WriteString(field, grantedBy);
        }

        json.WriteEndObject();
    }).With("Cache-Control", "no-store");

    private sealed record Code(string App, string RedirectAddress, string Challenge);
}
