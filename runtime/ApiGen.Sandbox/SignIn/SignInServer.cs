using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.SignIn;

/// <summary>Answers at the addresses where the spec says that tokens are had.</summary>
internal sealed class SignInServer
{
    private readonly Dictionary<(string Method, string Path), Func<IncomingRequest, Answer>> _pages = [];

    public SignInServer(ApiDescriptor api, Accounts accounts, BearerTokens tokens, string user, TimeProvider clock)
    {
        if (api.User is { RequestToken: { } request, Authorize: { } authorize, AccessToken: { } access } oauth1)
        {
            var pages = new OAuth1Pages(oauth1, SignatureMethod.NameIn(api), accounts, user, clock);
            _pages[("POST", PathOf(request))] = pages.RequestToken;
            _pages[("GET", PathOf(authorize))] = pages.Authorize;
            _pages[("POST", PathOf(access))] = pages.AccessToken;
        }

        var oauth2 = new OAuth2Pages(api, accounts, tokens, user);
        if (api.User is { Scheme: AuthScheme.OAuth2, Authorize: { } ask, Token: { } token })
        {
            _pages[("GET", PathOf(ask))] = oauth2.Authorize;
            _pages[("POST", PathOf(token))] = oauth2.Token;
        }

        if (api.App is { Token: { } appToken }) _pages[("POST", PathOf(appToken))] = oauth2.Token;
    }

    /// <summary>The answer to a request of a sign-in, or null if it is another request.</summary>
    public Answer? Take(IncomingRequest request) =>
        _pages.TryGetValue((request.Method, request.Path), out Func<IncomingRequest, Answer>? page)
            ? page(request)
            : null;

    private static string PathOf(string pathOrUrl) =>
        pathOrUrl.StartsWith('/') ? pathOrUrl : new Uri(pathOrUrl).AbsolutePath;
}
