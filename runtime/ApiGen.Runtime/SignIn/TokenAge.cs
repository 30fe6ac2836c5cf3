using System.Globalization;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>How long tokens are good.</summary>
internal static class TokenAge
{
    /// <summary>A token is renewed this long before it expires, so that it is good when the request arrives.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public static bool IsFresh(BearerToken token, TimeProvider clock) =>
        token.ExpiresAt is not { } expiry || clock.GetUtcNow() < expiry;

    /// <summary>When a new token is fetched, or null if the answer doesn't say how long it lasts (RFC 6749 §5.1).</summary>
    public static DateTimeOffset? ExpiryOf(TokenAnswer answer, TimeProvider clock)
    {
        bool hasSeconds = long.TryParse(
            answer.Find("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds);
        if (!hasSeconds || seconds > int.MaxValue) return null;
        TimeSpan life = TimeSpan.FromSeconds(seconds);

        // Of a life that is shorter than that, half is left unused.
        return clock.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2);
    }
}
