using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the <c>auth:</c> of an API: how calls for a user and calls by the app alone are authorised.</summary>
internal sealed class AuthBinder(DiagnosticBag diagnostics)
{
    private static readonly string[] SignInKeys = ["request-token", "authorize", "access-token", "user-field"];

    /// <summary>How requests are signed, where they are; known once the auth is bound.</summary>
    public OAuth1SchemeModel? Signing { get; private set; }

    public (AuthModel? User, UserIdSource UserId, AuthModel? App) Bind(
        YamlMapping? auth, string? baseAddress)
    {
        if (auth is null) return default;
        var modes = new MapReader(auth, "'auth'", diagnostics);
        YamlMapping? user = modes.OptionalMapping("user");
        YamlMapping? app = modes.OptionalMapping("app");
        modes.RejectUnknownKeys();
        if (auth.Find("user") is null && auth.Find("app") is null)
            diagnostics.Report(DiagnosticDescriptors.MissingKey, auth.Span, "'auth'", "user' or 'app");

        UserIdSource userId = UserIdSource.None;
        AuthModel? userAuth = user is null ? null : BindUser(user, baseAddress, out userId);
        return (userAuth, userId, app is null ? null : BindApp(app));
    }

    private AuthModel? BindUser(YamlMapping map, string? baseAddress, out UserIdSource userId)
    {
        userId = UserIdSource.None;
        var reader = new MapReader(map, "an auth scheme", diagnostics);
        AuthScheme? scheme = reader.Choice("scheme", isRequired: true, Vocabulary.UserSchemes);
        AuthModel? auth = null;
        switch (scheme)
        {
            case AuthScheme.OAuth1:
                Signing = new OAuth1Binder(reader, diagnostics).Bind(baseAddress);
                userId = reader.Choice("user-id", isRequired: false, Vocabulary.UserIds) ?? UserIdSource.None;
                auth = BindOAuth1(reader);
                break;
            case AuthScheme.OAuth2:
                auth = new AuthModel
                {
                    Scheme = AuthScheme.OAuth2,
                    Authorize = Address(reader, "authorize", isRequired: true),
                    Token = Address(reader, "token", isRequired: true),
                    UserField = reader.OptionalText("user-field")?.Value,
                    Scopes = Scopes(reader),
                };
                break;
            case AuthScheme.Bearer:
                auth = new AuthModel { Scheme = AuthScheme.Bearer };
                break;
        }

        if (scheme is not null) reader.RejectUnknownKeys();
        return auth;
    }

    /// <summary>The three addresses belong together: a sign-in needs all of them.</summary>
    private AuthModel BindOAuth1(MapReader reader)
    {
        bool signsIn = SignInKeys.Any(key => reader.Optional(key) is not null);
        return new AuthModel
        {
            Scheme = AuthScheme.OAuth1,
            RequestToken = Address(reader, "request-token", signsIn),
            Authorize = Address(reader, "authorize", signsIn),
            AccessToken = Address(reader, "access-token", signsIn),
            UserField = reader.OptionalText("user-field")?.Value,
        };
    }

    private AuthModel? BindApp(YamlMapping map)
    {
        var reader = new MapReader(map, "an auth scheme", diagnostics);
        AuthScheme? scheme = reader.Choice("scheme", isRequired: true, Vocabulary.AppSchemes);
        if (scheme is null) return null;
        string? token = scheme == AuthScheme.OAuth2 ? Address(reader, "token", isRequired: true) : null;
        reader.RejectUnknownKeys();
        return new AuthModel { Scheme = scheme.Value, Token = token };
    }

    private string? Address(MapReader reader, string key, bool isRequired)
    {
        YamlScalar? scalar = isRequired ? reader.RequiredText(key) : reader.OptionalText(key);
        if (scalar is null) return null;
        bool isPath = UriPath.IsPath(scalar.Value);
        bool isUrl = WebAddress.Parse(scalar.Value) is { Query: "", Fragment: "", UserInfo: "" } url
            && UriPath.IsPath(url.AbsolutePath);
        if (isPath || isUrl) return scalar.Value;
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape,
            scalar.Span,
            key,
            "a path that begins with '/', or an http or https URL, without query or percent sign");
        return null;
    }

    private EquatableArray<string> Scopes(MapReader reader)
    {
        var scopes = new List<string>();
        foreach (YamlNode node in reader.OptionalList("scopes"))
        {
            if (node is YamlScalar scalar && !ExampleText.IsNull(scalar) && IsScope(scalar.Value)) scopes.Add(scalar.Value);
            else diagnostics.Report(DiagnosticDescriptors.WrongShape, node.Span, "scopes", "a list of words");
        }

        return scopes.ToEquatableArray();
    }

    /// <summary>RFC 6749 §3.3.</summary>
    private static bool IsScope(string text) =>
        text.Length > 0 && text.All(letter => letter is '!' or (>= '#' and <= '[') or (>= ']' and <= '~'));
}
