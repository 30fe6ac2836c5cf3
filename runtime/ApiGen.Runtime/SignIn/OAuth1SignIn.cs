using System.ComponentModel;
using System.Diagnostics;
using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.SignIn;

/// <summary>
/// The three steps by which a user grants an app a token of OAuth 1.0a (RFC 5849 §2), for a console and for a web app.
/// </summary>
/// <example>
/// <code>
/// TemporaryToken temporary = await signIn.BeginAsync();
/// Console.WriteLine($"Open {temporary.AuthorizeAddress} and type the PIN:");
/// OAuth1Account account = await signIn.CompleteByPinAsync(temporary, Console.ReadLine()!);
/// </code>
/// </example>
/// <remarks>Safe for use from many threads; one serves any number of users.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuth1SignIn : IDisposable
{
    /// <summary>The callback that asks for a PIN in place of a redirect (RFC 5849 §2.1).</summary>
    private const string OutOfBand = "oob";

    private readonly TokenServer _server;
    private readonly AuthDescriptor _auth;
    private readonly OAuth1Scheme _signing;
    private readonly OAuth1Credentials _app;

    /// <summary>Made by a generated client's <c>SignIn</c>.</summary>
    /// <param name="api">The API.</param>
    /// <param name="app">The app's own credentials, with no token: its secret, or its key where RSA signs.</param>
    /// <param name="options">
    /// Where and how to ask; null for the defaults. Budgets and outer handlers play no part.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The API's signatures need credentials of the other kind, or secrets would be sent without TLS.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OAuth1SignIn(ApiDescriptor api, OAuth1Credentials app, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(app);
        _auth = api.User is { RequestToken: not null } auth
            ? auth
            : throw new ArgumentException("The API's spec doesn't say where tokens are had.", nameof(api));
        _signing = api.Signing;
        _server = new TokenServer(api, options);
        _app = app;

        // Credentials that can't sign are found out now, not at the first user.
        _ = app.SignerFor(_signing);
    }

    /// <summary>Asks for temporary credentials, for which the user is then sent to a page of the service.</summary>
    /// <param name="callback">
    /// Where the service sends the user back to, as the app has registered it; null for a PIN that the user reads and
    /// types.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What must be kept until the user comes back.</returns>
    /// <exception cref="SignInException">The server refused, or gave no answer that can be used.</exception>
    public async Task<TemporaryToken> BeginAsync(Uri? callback = null, CancellationToken cancellationToken = default)
    {
        if (callback is { IsAbsoluteUri: false })
            throw new ArgumentException("The callback must be an absolute address.", nameof(callback));
        Uri address = _server.AddressOf(_auth.RequestToken!);
        TokenAnswer answer = await AskAsync(
            address,
            _app,
            new OAuth1Request(HttpMethod.Post, address) { Callback = callback?.AbsoluteUri ?? OutOfBand },
            cancellationToken).ConfigureAwait(false);
        answer.RequireSuccess(_app.ConsumerSecret);
        string token = answer.Require("oauth_token");
        if (answer.Find("oauth_callback_confirmed") != "true")
            throw answer.Failure(
                SignInFailure.CallbackNotConfirmed,
                $"{address.AbsolutePath} didn't confirm the callback. The sign-in isn't safe, and was given up.");
        Uri authorize = _server.AddressOf(_auth.Authorize!);
        return new TemporaryToken(
            token,
            answer.Find("oauth_token_secret") ?? "",
            new Uri($"{authorize.AbsoluteUri}?{FormFields.Write(("oauth_token", token))}"));
    }

    /// <summary>Exchanges temporary credentials for a token, by the PIN that the user typed.</summary>
    /// <param name="temporary">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="pin">The PIN; white space around it is left out.</param>
    /// <param name="cancellationToken">
    /// Gives up. If the answer is lost the user must sign in again: the exchange works once.
    /// </param>
    /// <exception cref="ArgumentException">The PIN is empty.</exception>
    /// <exception cref="SignInException">The server refused, or gave no answer that can be used.</exception>
    public Task<OAuth1Account> CompleteByPinAsync(
        TemporaryToken temporary, string pin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(temporary);
        ArgumentException.ThrowIfNullOrWhiteSpace(pin);
        return ExchangeAsync(temporary, pin.Trim(), cancellationToken);
    }

    /// <summary>Exchanges temporary credentials for a token, by the request in which the user came back.</summary>
    /// <param name="temporary">What was kept for this user's session, and for no other.</param>
    /// <param name="callback">The address that was called, with its query; the path and query alone will do.</param>
    /// <param name="cancellationToken">
    /// Gives up. If the answer is lost the user must sign in again: the exchange works once.
    /// </param>
    /// <exception cref="SignInException">
    /// The user said no, the callback belongs to another sign-in, the server refused, or gave no answer that can be
    /// used; see <see cref="SignInException.Reason"/>.
    /// </exception>
    public Task<OAuth1Account> CompleteByCallbackAsync(
        TemporaryToken temporary, Uri callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(temporary);
        ArgumentNullException.ThrowIfNull(callback);
        Dictionary<string, string> query = FormFields.ReadQuery(callback);
        string? token = query.GetValueOrDefault("oauth_token") ?? query.GetValueOrDefault("denied");
        if (token != temporary.Token)
            throw new SignInException(
                SignInFailure.OtherSignIn, "The callback belongs to another sign-in than this one; it was not used.");
        if (query.GetValueOrDefault("oauth_verifier") is { Length: > 0 } verifier)
            return ExchangeAsync(temporary, verifier, cancellationToken);

        // RFC 5849 has no word for it; services come back with "denied", or with no verifier.
        throw new SignInException(SignInFailure.Denied, "The user didn't grant the app a token.")
        {
            Means = FailureMeaning.Auth,
        };
    }

    /// <summary>Names the API and the app, with no secret.</summary>
    /// <returns>A text such as <c>OAuth1SignIn(Twitter, app xvz1…)</c>.</returns>
    public override string ToString() =>
        $"{nameof(OAuth1SignIn)}({_server.ApiName}, app {Secrets.Abbreviate(_app.ConsumerKey)})";

    /// <summary>Lets go of nothing that others use: connections are shared.</summary>
    public void Dispose() => _server.Dispose();

    private async Task<OAuth1Account> ExchangeAsync(
        TemporaryToken temporary, string verifier, CancellationToken cancellationToken)
    {
        Uri address = _server.AddressOf(_auth.AccessToken!);
        TokenAnswer answer = await AskAsync(
            address,
            _app.WithToken(temporary.Token, temporary.TokenSecret),
            new OAuth1Request(HttpMethod.Post, address) { Verifier = verifier },
            cancellationToken).ConfigureAwait(false);
        answer.RequireSuccess(_app.ConsumerSecret, temporary.Token, temporary.TokenSecret, verifier);
        string token = answer.Require("oauth_token");
        string secret = answer.Find("oauth_token_secret") ?? "";
        string? userId = _auth.UserField is { } field ? answer.Find(field) : null;
        Dictionary<string, string> others = new(answer.Fields);
        others.Remove("oauth_token");
        others.Remove("oauth_token_secret");
        return new OAuth1Account(_app.WithToken(token, secret, userId), token, secret, others);
    }

    private Task<TokenAnswer> AskAsync(
        Uri address, OAuth1Credentials credentials, in OAuth1Request request, CancellationToken cancellationToken)
    {
        string sent = credentials.SignerFor(_signing).Authorize(request, _server.TimeProvider.GetUtcNow());
        return _signing.Send switch
        {
            OAuth1Transmission.Header => _server.PostAsync(address, sent, form: "", cancellationToken),
            OAuth1Transmission.Form => _server.PostAsync(address, authorization: null, sent, cancellationToken),
            _ => _server.PostAsync(
                CallMessage.UriOf($"{address.AbsoluteUri}?{sent}"), authorization: null, form: "", cancellationToken),
        };
    }
}
