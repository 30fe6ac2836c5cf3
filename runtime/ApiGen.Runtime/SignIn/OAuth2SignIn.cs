using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>
/// The steps by which a user grants an app a token of OAuth 2.0: an authorization code (RFC 6749 §4.1) with PKCE by
/// S256 (RFC 7636).
/// </summary>
/// <remarks>Safe for use from many threads; one serves any number of users.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuth2SignIn : IDisposable
{
    /// <summary>256 bits, which become 43 characters (RFC 7636 §4.1).</summary>
    private const int RandomLength = 32;

    private readonly TokenServer _server;
    private readonly AuthDescriptor _auth;
    private readonly Uri _tokenAddress;
    private readonly Uri _redirectAddress;
    private readonly string _clientId;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _clientSecret;

    /// <summary>Made by a generated client's <c>SignIn</c>.</summary>
    /// <param name="api">The API.</param>
    /// <param name="clientId">The app's client id; not empty.</param>
    /// <param name="clientSecret">The app's secret; null for a public app, which has none.</param>
    /// <param name="redirectAddress">Where the service sends the user back to, just as the app has registered it.</param>
    /// <param name="options">Where and how to ask; null for the defaults. Budgets and outer handlers aren't used.</param>
    /// <exception cref="ArgumentException">An argument is empty, or secrets would be sent without TLS.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OAuth2SignIn(
        ApiDescriptor api, string clientId, string? clientSecret, Uri redirectAddress, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentNullException.ThrowIfNull(redirectAddress);
        _auth = api.User is { Token: not null, Authorize: not null } auth
            ? auth
            : throw new ArgumentException("The API's spec doesn't say where tokens are had.", nameof(api));
        _server = new TokenServer(api, options);
        _tokenAddress = _server.AddressOf(_auth.Token!);
        _redirectAddress = redirectAddress;
        _clientId = clientId;
        _clientSecret = clientSecret;
    }

    internal TimeProvider TimeProvider => _server.TimeProvider;

    /// <summary>Makes up what ties the user's answer to this sign-in. Nothing is sent.</summary>
    /// <param name="scopes">What the user is asked to grant; null for what the spec says.</param>
    /// <returns>What must be kept until the user comes back.</returns>
    public PendingSignIn Begin(IEnumerable<string>? scopes = null)
    {
        string state = Random();
        string verifier = Random();
        string challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        string scope = string.Join(' ', scopes ?? _auth.Scopes);
        string query = FormFields.Write(
            ("response_type", "code"),
            ("client_id", _clientId),
            ("redirect_uri", _redirectAddress.OriginalString),
            ("scope", scope.Length == 0 ? null : scope),
            ("state", state),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"));
        return new PendingSignIn(
            state, verifier, new Uri($"{_server.AddressOf(_auth.Authorize!).AbsoluteUri}?{query}"));
    }

    /// <summary>Exchanges the code in the callback for a token.</summary>
    /// <param name="pending">What was kept for this user's session, and for no other.</param>
    /// <param name="callback">The address that was called, with its query; the path and query alone will do.</param>
    /// <param name="cancellationToken">
    /// Gives up. If the answer is lost the user must sign in again: the exchange works once.
    /// </param>
    /// <exception cref="SignInException">
    /// The user said no, the callback belongs to another sign-in, the server refused, or gave no answer that can be
    /// used; see <see cref="SignInException.Reason"/>.
    /// </exception>
    public async Task<UserGrant> CompleteAsync(
        PendingSignIn pending, Uri callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(callback);
        Dictionary<string, string> query = FormFields.ReadQuery(callback);
        bool isThis = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(query.GetValueOrDefault("state") ?? ""), Encoding.UTF8.GetBytes(pending.State));
        if (!isThis)
            throw new SignInException(
                SignInFailure.OtherSignIn, "The callback belongs to another sign-in than this one; it was not used.");
        if (query.GetValueOrDefault("error") is { } error) throw NotGranted(error, query, pending);
        string code = query.GetValueOrDefault("code")
            ?? throw new SignInException(SignInFailure.Unreadable, "The callback has neither a code nor an error.");
        return await AskAsync(
            FormFields.Write(
                ("grant_type", "authorization_code"),
                ("code", code),
                ("redirect_uri", _redirectAddress.OriginalString),
                ("code_verifier", pending.CodeVerifier),
                ("client_id", _clientSecret is null ? _clientId : null)),
            before: null,
            cancellationToken,
            code,
            pending.CodeVerifier).ConfigureAwait(false);
    }

    /// <summary>Makes a source of a user's token, which renews it as long as its refresh token lasts.</summary>
    /// <param name="grant">What <see cref="CompleteAsync"/> gave, or what was kept of it.</param>
    /// <param name="store">
    /// Keeps each new grant, before its token is used; null to forget it with the process. Many services take a refresh
    /// token once: whoever loses the new one loses the user.
    /// </param>
    /// <returns>A source; of one grant there should be one.</returns>
    public UserTokenSource SourceOf(UserGrant grant, Func<UserGrant, ValueTask>? store)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new UserTokenSource(this, grant, store);
    }

    /// <summary>Names the API and the app, with no secret.</summary>
    /// <returns>A text such as <c>OAuth2SignIn(Twitter, app xvz1…)</c>.</returns>
    public override string ToString() =>
        $"{nameof(OAuth2SignIn)}({_server.ApiName}, app {Secrets.Abbreviate(_clientId)})";

    /// <summary>Lets go of nothing that others use: connections are shared.</summary>
    public void Dispose() => _server.Dispose();

    /// <summary>Spends a refresh token on a new grant.</summary>
    internal Task<UserGrant> RefreshAsync(UserGrant grant, CancellationToken cancellationToken) => AskAsync(
        FormFields.Write(
            ("grant_type", "refresh_token"),
            ("refresh_token", grant.RefreshToken),
            ("client_id", _clientSecret is null ? _clientId : null)),
        grant,
        cancellationToken,
        grant.RefreshToken!);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomLength));

    /// <summary>The user's no, or the server's (RFC 6749 §4.1.2.1).</summary>
    private static SignInException NotGranted(
        string error, Dictionary<string, string> query, PendingSignIn pending)
    {
        string Redacted(string text) => Secrets.Redact(text, pending.State, pending.CodeVerifier);
        string words = Redacted(query.GetValueOrDefault("error_description") ?? error);
        bool isDenied = error == "access_denied";
        string message = isDenied ? "The user didn't grant the app a token." : $"The service granted no token: {words}";
        return new SignInException(isDenied ? SignInFailure.Denied : SignInFailure.Refused, message)
        {
            Code = Redacted(error),
            ServerMessage = words,
            Means = FailureMeaning.Auth,
        };
    }

    private async Task<UserGrant> AskAsync(
        string form, UserGrant? before, CancellationToken cancellationToken, params string[] secrets)
    {
        string? authorization = _clientSecret is null ? null : BasicAuthorization.Of(_clientId, _clientSecret);
        TokenAnswer answer = await _server
            .PostAsync(_tokenAddress, authorization, form, cancellationToken)
            .ConfigureAwait(false);
        answer.RequireSuccess([_clientSecret ?? "", .. secrets]);
        var token = new UserToken(
            _clientId,
            answer.RequireBearer(),
            TokenAge.ExpiryOf(answer, _server.TimeProvider),
            (_auth.UserField is { } field ? answer.Find(field) : null) ?? before?.Token.UserId);

        // A server that gives no new refresh token means the old one to be used again (RFC 6749 §6).
        return new UserGrant(token, answer.Find("refresh_token") ?? before?.RefreshToken);
    }
}
