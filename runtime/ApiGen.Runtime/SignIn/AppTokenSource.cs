using System.ComponentModel;
using System.Diagnostics;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>
/// The token that an app has for itself, by its key and secret (RFC 6749 §4.4). It is fetched when it is first needed,
/// once for all who wait, and again before it expires or when the server refuses it. Share one among the clients of an
/// app.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AppTokenSource : ICredentialSource<AppToken>, IDisposable
{
    private readonly SharedFetch<AppToken> _tokens = new();
    private readonly TokenServer _server;
    private readonly Uri _address;
    private readonly string _consumerKey;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _consumerSecret;

    /// <summary>Made by a generated client's <c>SignIn</c>.</summary>
    /// <param name="api">The API.</param>
    /// <param name="consumerKey">The app's consumer key or client id; not empty.</param>
    /// <param name="consumerSecret">The app's secret; not empty.</param>
    /// <param name="options">Where and how to ask; null for the defaults. Budgets and outer handlers aren't used.</param>
    /// <exception cref="ArgumentException">An argument is empty, or secrets would be sent without TLS.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AppTokenSource(ApiDescriptor api, string consumerKey, string consumerSecret, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrEmpty(consumerKey);
        ArgumentException.ThrowIfNullOrEmpty(consumerSecret);
        _server = new TokenServer(api, options);
        _address = _server.AddressOf(api.App?.Token ?? throw new ArgumentException("The API has no app tokens."));
        _consumerKey = consumerKey;
        _consumerSecret = consumerSecret;
    }

    /// <inheritdoc/>
    /// <exception cref="SignInException">There is no token to be had.</exception>
    public ValueTask<AppToken> GetAsync(CancellationToken cancellationToken) =>
        _tokens.Current is { } token && TokenAge.IsFresh(token, _server.TimeProvider)
            ? new(token)
            : _tokens.GetAsync(
                token => TokenAge.IsFresh(token, _server.TimeProvider), FetchAsync, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SignInException">There is no token to be had.</exception>
    public async ValueTask<AppToken?> RenewAsync(AppToken refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);

        // Whoever comes late with a token that was replaced gets the new one; nothing is fetched for it.
        AppToken token = await _tokens
            .GetAsync(token => token.Token != refused.Token, FetchAsync, cancellationToken)
            .ConfigureAwait(false);

        // A server that gives the same token again has refused for another reason.
        return token.Token == refused.Token ? null : token;
    }

    /// <summary>Names the app, with no secret.</summary>
    /// <returns>A text such as <c>AppTokenSource(Twitter, app xvz1…)</c>.</returns>
    public override string ToString() =>
        $"{nameof(AppTokenSource)}({_server.ApiName}, app {Secrets.Abbreviate(_consumerKey)})";

    /// <summary>Lets go of nothing that others use: connections are shared.</summary>
    public void Dispose() => _server.Dispose();

    private async Task<AppToken> FetchAsync(AppToken? before)
    {
        TokenAnswer answer = await _server.PostAsync(
            _address,
            BasicAuthorization.Of(_consumerKey, _consumerSecret),
            FormFields.Write(("grant_type", "client_credentials")),
            CancellationToken.None).ConfigureAwait(false);
        answer.RequireSuccess(_consumerSecret);
        return new AppToken(
            _consumerKey, answer.RequireBearer(), TokenAge.ExpiryOf(answer, _server.TimeProvider));
    }
}
