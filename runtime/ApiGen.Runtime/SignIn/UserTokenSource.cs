using System.Diagnostics;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>
/// A user's token of OAuth 2.0, renewed by its refresh token (RFC 6749 §6) before it expires or when the server refuses
/// it: once, however many calls need it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class UserTokenSource : ICredentialSource<UserToken>
{
    private readonly SharedFetch<UserGrant> _grants = new();
    private readonly OAuth2SignIn _signIn;
    private readonly Func<UserGrant, ValueTask>? _store;

    internal UserTokenSource(OAuth2SignIn signIn, UserGrant grant, Func<UserGrant, ValueTask>? store)
    {
        _signIn = signIn;
        _store = store;
        _grants.Begin(grant);
    }

    /// <inheritdoc/>
    /// <exception cref="SignInException">The token has expired and can't be renewed.</exception>
    public ValueTask<UserToken> GetAsync(CancellationToken cancellationToken) =>
        _grants.Current is { } grant && IsGood(grant) ? new(grant.Token) : RefreshedAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SignInException">The token can't be renewed.</exception>
    public async ValueTask<UserToken?> RenewAsync(UserToken refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        UserGrant grant = await _grants
            .GetAsync(
                grant => grant.RefreshToken is null || grant.Token.Token != refused.Token,
                RefreshAsync,
                cancellationToken)
            .ConfigureAwait(false);
        return grant.Token.Token == refused.Token ? null : grant.Token;
    }

    /// <summary>Names the app, with no secret.</summary>
    /// <returns>A text such as <c>UserTokenSource(app xvz1…)</c>.</returns>
    public override string ToString() => $"{nameof(UserTokenSource)}({_grants.Current})";

    private bool IsGood(UserGrant grant) =>
        grant.RefreshToken is null || TokenAge.IsFresh(grant.Token, _signIn.TimeProvider);

    private async ValueTask<UserToken> RefreshedAsync(CancellationToken cancellationToken)
    {
        UserGrant grant = await _grants.GetAsync(IsGood, RefreshAsync, cancellationToken).ConfigureAwait(false);
        return grant.Token;
    }

    private async Task<UserGrant> RefreshAsync(UserGrant? before)
    {
        UserGrant grant = await _signIn.RefreshAsync(before!, CancellationToken.None).ConfigureAwait(false);

        // Before anyone calls with the new token: the old refresh token may be spent, and a crash must not lose both.
        if (_store is not null) await _store(grant).ConfigureAwait(false);
        return grant;
    }
}
