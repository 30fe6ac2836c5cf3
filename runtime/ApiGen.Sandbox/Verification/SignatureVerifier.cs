using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ApiGen.Sandbox.Serving;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// Checks an OAuth 1.0a request as a server does (RFC 5849, section 3.2). Shares no code with the runtime's signer, so
/// that an error in one is seen by the other.
/// </summary>
internal sealed class SignatureVerifier(Accounts accounts)
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

        VerificationProblem? problem = Stale(claim.Timestamp, now) ?? WrongSignature(request, claim, claimed);
        if (problem is not null) return problem;

        // Only a request that is otherwise right uses its nonce up: nobody else can spend it for the account.
        if (!_nonces.TryUse(claimed, claim.Timestamp, claim.Nonce, now))
        {
            return new(
                "Nonce",
                $"The nonce '{claim.Nonce}' was used before with the timestamp {claim.Timestamp}: " +
                "every attempt needs its own.");
        }

        account = claimed;
        return null;
    }

    private static VerificationProblem? Stale(long timestamp, DateTimeOffset now)
    {
        long clock = now.ToUnixTimeSeconds();
        long skew = timestamp - clock;
        if (Math.Abs(skew) <= ToleratedSeconds) return null;

        return new("Timestamp", string.Create(
            CultureInfo.InvariantCulture,
            $"The timestamp {timestamp} is {Math.Abs(skew)} s {(skew < 0 ? "behind" : "ahead of")} " +
            $"the sandbox's clock, which says {clock}. {ToleratedSeconds} s are tolerated."));
    }

    [SuppressMessage("Security", "CA5350", Justification = "OAuth 1.0a prescribes it (RFC 5849, section 3.4.2).")]
    private static VerificationProblem? WrongSignature(
        IncomingRequest request, ProtocolParameters claim, SandboxAccount account)
    {
        string baseString = SignatureBaseString.Of(request, claim.Header);
        string key = $"{PercentEncoding.Encode(account.ConsumerSecret)}&{PercentEncoding.Encode(account.TokenSecret)}";
        byte[] mac = HMACSHA1.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(baseString));

        // The text is compared, not the bytes it decodes to: Base64 has several spellings of the same bytes.
        byte[] expected = Encoding.ASCII.GetBytes(Convert.ToBase64String(mac));
        if (CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(claim.Signature))) return null;

        return new(
            "Signature",
            "The signature is not the HMAC-SHA1 of the request that arrived, keyed with the consumer secret and the " +
            $"token secret. Either a secret is another, or the text that was signed is not this one: {baseString}");
    }
}
