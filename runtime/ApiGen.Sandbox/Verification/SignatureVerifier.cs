using System.Globalization;
using ApiGen.Sandbox.Serving;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// Checks an OAuth 1.0a request as a server does (RFC 5849, section 3.2). Shares no code with the runtime's signer, so
/// that an error in one is seen by the other.
/// </summary>
/// <param name="accounts">Who may call.</param>
/// <param name="methodName">The one signature method that the API takes, or null if it takes any.</param>
/// <param name="needsBodyHash">Whether a request that isn't a form must carry a hash of its body.</param>
internal sealed class SignatureVerifier(Accounts accounts, string? methodName = null, bool needsBodyHash = false)
{
    private const int ToleratedSeconds = 300;

    private readonly NonceMemory _nonces = new(TimeSpan.FromSeconds(ToleratedSeconds));

    /// <summary>
    /// Finds what is wrong with a request; null if nothing is, and then the account that it was signed for.
    /// </summary>
    public VerificationProblem? Verify(IncomingRequest request, DateTimeOffset now, out SandboxAccount? account)
    {
        account = null;
        if (!ProtocolParameters.TryRead(request, out ProtocolParameters? claim, out VerificationProblem? unreadable))
        {
            return unreadable;
        }

        if (!accounts.HasApp(claim.ConsumerKey))
        {
            return new("Consumer", $"No account has the consumer key '{claim.ConsumerKey}'.");
        }

        if (accounts.Find(claim.ConsumerKey, claim.Token) is not { } claimed)
        {
            return new("Token", $"No account of this app has the token '{claim.Token}'.");
        }

        VerificationProblem? problem = WrongMethod(claim)
            ?? Stale(claim, now)
            ?? WrongBodyHash(request, claim)
            ?? WrongSignature(request, claim, claimed);
        if (problem is not null) return problem;

        // Only a request that is otherwise right uses its nonce up: nobody else can spend it for the account.
        if (claim.Nonce.Length > 0 && !_nonces.TryUse(claimed, claim.Timestamp, claim.Nonce, now))
        {
            return new(
                "Nonce",
                $"The nonce '{claim.Nonce}' was used before with the timestamp {claim.Timestamp}: " +
                "every attempt needs its own.");
        }

        account = claimed;
        return null;
    }

    private static VerificationProblem? Stale(ProtocolParameters claim, DateTimeOffset now)
    {
        long timestamp = claim.Timestamp;
        if (timestamp == 0 && claim.Method.IsPlaintext) return null;

        long clock = now.ToUnixTimeSeconds();
        long skew = timestamp - clock;
        if (Math.Abs(skew) <= ToleratedSeconds) return null;

        return new("Timestamp", string.Create(
            CultureInfo.InvariantCulture,
            $"The timestamp {timestamp} is {Math.Abs(skew)} s {(skew < 0 ? "behind" : "ahead of")} " +
            $"the sandbox's clock, which says {clock}. {ToleratedSeconds} s are tolerated."));
    }

    private VerificationProblem? WrongMethod(ProtocolParameters claim) =>
        methodName is null || claim.Method.Name == methodName
            ? null
            : new(
                "",
                $"The request is signed with {claim.Method.Name}, and the spec says {methodName}.",
                IsMalformed: true);

    // Draft "OAuth Request Body Hash", sections 3.2 and 3.3.
    private VerificationProblem? WrongBodyHash(IncomingRequest request, ProtocolParameters claim)
    {
        if (request.HasForm)
        {
            return claim.BodyHash is null
                ? null
                : new("Signature", "A form carries no oauth_body_hash: its parameters are signed themselves.");
        }

        if (claim.BodyHash is null)
        {
            return needsBodyHash ? new("Signature", "The request lacks oauth_body_hash, which the spec asks for.") : null;
        }

        return claim.BodyHash == claim.Method.HashOf(request.Body)
            ? null
            : new("Signature", "The oauth_body_hash is not that of the body that arrived.");
    }

    private static VerificationProblem? WrongSignature(
        IncomingRequest request, ProtocolParameters claim, SandboxAccount account)
    {
        string baseString = SignatureBaseString.Of(request, claim.Header);
        if (claim.Method.Accepts(claim.Signature, baseString, account)) return null;

        return new(
            "Signature",
            $"The signature is not the {claim.Method.Name} of the request that arrived, made with " +
            $"{claim.Method.KeyName}. Either that is another, or the text that was signed is not this one: {baseString}");
    }
}
