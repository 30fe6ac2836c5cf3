using System.Collections.Concurrent;
using System.Security.Cryptography;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.SignIn;

/// <summary>
/// The three addresses of OAuth 1.0a (RFC 5849, section 2). Whoever opens the second has said yes: there is no person
/// to ask.
/// </summary>
internal sealed class OAuth1Pages(
    AuthDescriptor auth, string methodName, Accounts accounts, string user, TimeProvider clock)
{
    private const int PinLength = 7;

    private readonly Accounts _temporary = new([]);
    private readonly ConcurrentDictionary<string, Pending> _pending = new();
    private readonly Lock _lock = new();
    private SignatureVerifier? _verifier;

    public Answer RequestToken(IncomingRequest request)
    {
        // The request is signed with no token, and so as by an account that has none.
        foreach (SandboxAccount app in accounts.Apps) _temporary.TryAdd(app);
        if (Verify(request, out SandboxAccount? app2) is { } problem) return Refused(problem);
        if (Parameter(request, "oauth_callback") is not { Length: > 0 } callback)
            return Text(400, "The request carries no oauth_callback (RFC 5849, section 2.1).");

        SandboxAccount temporary = app2! with { Token = Tokens.New(), TokenSecret = Tokens.New() };
        _temporary.TryAdd(temporary);
        _pending[temporary.Token] = new Pending(temporary, callback, Pin: null);
        return Form(
            ("oauth_token", temporary.Token),
            ("oauth_token_secret", temporary.TokenSecret),
            ("oauth_callback_confirmed", "true"));
    }

    public Answer Authorize(IncomingRequest request)
    {
        string token = request.Query.FirstOrDefault(field => field.Name == "oauth_token")?.Value ?? "";
        lock (_lock)
        {
            if (!_pending.TryGetValue(token, out Pending? pending) || pending.Pin is not null)
                return Text(401, "Nobody asked for this, or it was answered before.");

            bool isDenied = request.Query.Any(field => field is { Name: "answer", Value: "no" });
            string pin = RandomNumberGenerator.GetString("0123456789", PinLength);
            if (isDenied) _pending.TryRemove(token, out _);
            else _pending[token] = pending with { Pin = pin };
            if (pending.Callback == "oob")
                return Text(200, isDenied ? "You said no." : $"You said yes. Give the app this PIN: {pin}");

            return isDenied
                ? Tokens.Redirect(pending.Callback, ("denied", token))
                : Tokens.Redirect(pending.Callback, ("oauth_token", token), ("oauth_verifier", pin));
        }
    }

    public Answer AccessToken(IncomingRequest request)
    {
        if (Verify(request, out SandboxAccount? temporary) is { } problem) return Refused(problem);
        lock (_lock)
        {
            bool isGranted = _pending.TryGetValue(temporary!.Token, out Pending? pending) && pending.Pin is not null
                && pending.Pin == Parameter(request, "oauth_verifier");
            if (!isGranted) return Text(401, "The verifier is wrong, or was used before.");

            _pending.TryRemove(temporary.Token, out _);
        }

        SandboxAccount granted = temporary with { Token = $"{user}-{Tokens.New()}", TokenSecret = Tokens.New() };
        accounts.TryAdd(granted);
        return Form(
            ("oauth_token", granted.Token),
            ("oauth_token_secret", granted.TokenSecret),
            (auth.UserField ?? "user_id", user),
            ("screen_name", "sandbox"));
    }

    private static string? Parameter(IncomingRequest request, string name)
    {
        bool isRead = ProtocolParameters.TryRead(request, out ProtocolParameters? parameters, out _);
        return (isRead ? parameters!.Header.FirstOrDefault(field => field.Name == name)?.Value : null)
            ?? request.Query.Concat(request.Form).FirstOrDefault(field => field.Name == name)?.Value;
    }

    private static Answer Refused(VerificationProblem problem) =>
        Text(problem.IsMalformed ? 400 : 401, problem.Message);

    private static Answer Text(int status, string text) => Answer.Text(status, text);

    private static Answer Form(params ReadOnlySpan<(string Name, string Value)> fields) =>
        Answer.Text(200, Tokens.Form(fields)) with { ContentType = "application/x-www-form-urlencoded" };

    private VerificationProblem? Verify(IncomingRequest request, out SandboxAccount? account)
    {
        SignatureVerifier verifier =
            LazyInitializer.EnsureInitialized(ref _verifier, () => new(_temporary, methodName));
        return verifier.Verify(request, clock.GetUtcNow(), out account);
    }

    private sealed record Pending(SandboxAccount Temporary, string Callback, string? Pin);
}
