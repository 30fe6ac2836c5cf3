using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>
/// Prints the classes that a user makes, one for calls on behalf of a user and one for calls by the app alone: each has
/// one property a group of endpoints.
/// </summary>
internal sealed class ClientEmitter
{
    /// <summary>The pattern that a description needn't name.</summary>
    private const string DefaultDates = "iso8601";

    private readonly SourceWriter _writer = new();
    private readonly ResolvedSpec _spec;
    private readonly ApiModel _api;
    private readonly AuthModel _auth;
    private readonly AuthMode _mode;
    private readonly string _name;

    private ClientEmitter(ResolvedSpec spec, AuthModel auth, AuthMode mode)
    {
        _spec = spec;
        _api = spec.Api!;
        _auth = auth;
        _mode = mode;
        _name = _api.Name + (mode == AuthMode.User ? "Client" : "AppClient");
    }

    private bool IsUser => _mode == AuthMode.User;

    private bool SignsByRsa =>
        _api.Signing?.Signature is OAuth1SignatureMethod.RsaSha1 or OAuth1SignatureMethod.RsaSha256;

    private string Source => $"{RuntimeNames.ICredentialSource}<{CredentialsType}>";

    private string CredentialsType => (IsUser, _auth.Scheme) switch
    {
        (true, AuthScheme.OAuth1) => RuntimeNames.OAuth1Credentials,
        (true, _) => RuntimeNames.UserToken,
        _ => RuntimeNames.AppToken,
    };

    /// <summary>The client of one kind, whose auth the API has.</summary>
    public static string Emit(ResolvedSpec spec, AuthModel auth, AuthMode mode) =>
        new ClientEmitter(spec, auth, mode).Emit();

    private string Emit()
    {
        string callers = IsUser ? "a user" : "the app alone";
        _writer.Line(new DocComment()
            .Summary(IsUser ? _api.Summary : null, $"A client of the {_api.Name} API that calls for {callers}.")
            .Remarks("Safe for use from many threads.", _api.See)
            .ToString());
        using (_writer.Block($"public partial class {_name}"))
        {
            EmitConstructors();
            foreach (string resource in ClassNames.GroupsOf(_spec, _mode).Select(group => group.Key))
            {
                _writer.EmptyLine();
                _writer.Line($$"""
                    /// <summary>The calls of {{resource}}.</summary>
                    public virtual {{ClassNames.Of(_api.Name, resource, _mode)}} {{resource}} { get; }
                    """);
            }

            EmitBudgets();
            EmitFor();
            EmitSignIn();
            if (IsUser || _api.User is null) EmitDescription();
        }

        return _writer.ToString().TrimEnd('\n');
    }

    private void EmitConstructors()
    {
        _writer.Line($$"""
            private readonly {{RuntimeNames.ApiConnection}} _connection;

            /// <summary>Makes a client that calls for {{(IsUser ? "one user of one app" : "an app, and for no user")}}.</summary>
            /// <param name="credentials">{{(IsUser ? "The app and the user" : "The app's token")}}, or where they come from.</param>
            /// <param name="options">Where and how to call; null for the defaults.</param>
            public {{_name}}({{Source}} credentials, {{RuntimeNames.ApiClientOptions}}? options = null)
                : this({{RuntimeNames.ApiConnection}}.To({{_api.Name}}Api.Descriptor, credentials, options)) { }

            """);
        using (_writer.Block($"private {_name}({RuntimeNames.ApiConnection} connection)"))
        {
            _writer.Line("_connection = connection;");
            foreach (string resource in ClassNames.GroupsOf(_spec, _mode).Select(group => group.Key))
                _writer.Line($"{resource} = new {ClassNames.Of(_api.Name, resource, _mode)}(connection);");
            _writer.Line($"Budgets = new {ClassNames.BudgetsOf(_api.Name, _mode)}(connection);");
        }

        _writer.EmptyLine();
        _writer.Line($$"""
            /// <summary>For a class that stands in for this one, in a test.</summary>
            protected {{_name}}() { }
            """);
    }

    private void EmitBudgets()
    {
        _writer.EmptyLine();
        _writer.Line($$"""
            /// <summary>What is left of all budgets, to be asked without sending anything.</summary>
            public virtual {{ClassNames.BudgetsOf(_api.Name, _mode)}} Budgets { get; }
            """);
    }

    private void EmitFor()
    {
        _writer.EmptyLine();
        _writer.Line($"""
            /// <summary>A client with other credentials that shares all else with this one, and so costs little.</summary>
            /// <param name="credentials">{(IsUser ? "The app and the other user" : "The other app's token")}, or where they come from.</param>
            public virtual {_name} For({Source} credentials) => new {_name}(_connection.For(credentials));
            """);
    }

    /// <summary>The way to tokens, where the spec says where they are had.</summary>
    private void EmitSignIn()
    {
        if (_auth.AccessToken is null && _auth.Token is null) return;
        (string type, string id, string secret, string summary, bool needsAddress) = (IsUser, _auth.Scheme) switch
        {
            (true, AuthScheme.OAuth1) => (RuntimeNames.OAuth1SignIn, "consumerKey",
                SignsByRsa ? "string privateKeyPem" : "string consumerSecret",
                "Begins a sign-in, by which a user grants the app a token.", false),
            (true, _) => (RuntimeNames.OAuth2SignIn, "clientId", "string? clientSecret",
                "Begins a sign-in, by which a user grants the app a token. A public app has no secret.", true),
            _ => (RuntimeNames.AppTokenSource, "consumerKey", "string consumerSecret",
                "A source of the app's own token, which it gets once and renews when it must. Share one.", false),
        };
        string address = needsAddress ? $"{RuntimeNames.Uri} redirectAddress, " : "";
        string given = $"{id}, {secret.Split(' ')[1]}";
        string passed = type != RuntimeNames.OAuth1SignIn ? given
            : SignsByRsa ? $"{RuntimeNames.OAuth1Credentials}.WithPrivateKey({given})"
            : $"new {RuntimeNames.OAuth1Credentials}({given})";
        if (needsAddress) passed += ", redirectAddress";
        _writer.EmptyLine();
        _writer.Line($"/// <summary>{summary}</summary>");
        _writer.Line($"public static {type} SignIn(string {id}, {secret}, {address}"
            + $"{RuntimeNames.ApiClientOptions}? options = null) =>");
        using (_writer.Indent())
            _writer.Line($"new({_api.Name}Api.Descriptor, {passed}, options);");
    }

    private void EmitDescription()
    {
        _writer.EmptyLine();
        _writer.Line($"""
            /// <summary>What the specs say of this API, for a sandbox or a test.</summary>
            public static {RuntimeNames.ApiDescription} Api => new({_api.Name}Api.Descriptor,
            [
            """);
        using (_writer.Indent())
        {
            foreach (EndpointName endpoint in _spec.AllEndpoints)
            {
                string name = ClassNames.Of(_api.Name, endpoint.Resource, endpoint.Auth);
                _writer.Line($"{name}.{endpoint.Verb}Description,");
            }
        }

        if (_spec.SentTypes.Count == 0)
        {
            _writer.Line("]);");
            return;
        }

        var types = _spec.SentTypes.Select(type => $"global::{_spec.Namespace}.{type}.Describe()");
        using (_writer.Block("])", "};"))
        {
            _writer.Line($"Types = [{string.Join(", ", types)}],");
            if (_api.DatePattern != DefaultDates) _writer.Line($"Dates = {CSharpText.Literal(_api.DatePattern)},");
        }
    }
}
