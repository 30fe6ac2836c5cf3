using System.Security.Cryptography;
using System.Text;
using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>Under which names an app and its user are counted: never a secret, never a token.</summary>
internal sealed class CallIdentity
{
    private readonly string _app;
    private readonly string _user;

    public CallIdentity(OAuth1Credentials credentials, UserIdSource userId)
    {
        _app = Hash(credentials.ConsumerKey);

        // By id where it can be known: a user who authorises again has a new token and the same budget.
        string? id = credentials.UserId ?? (userId == UserIdSource.TokenPrefix ? PrefixOf(credentials.Token) : null);
        // And an app that calls for itself is its own user.
        _user = id ?? Hash(credentials.Token.Length > 0 ? credentials.Token : credentials.ConsumerKey);
    }

    public string SubjectOf(BudgetScope scope) => scope == BudgetScope.User ? _user : _app;

    /// <summary>The digits before the first hyphen, or null if the token has no such beginning.</summary>
    private static string? PrefixOf(string token)
    {
        int length = token.IndexOf('-', StringComparison.Ordinal);
        return length > 0 && token.AsSpan(0, length).IndexOfAnyExceptInRange('0', '9') < 0 ? token[..length] : null;
    }

    /// <summary>128 bits of a hash, which no two of one store's subjects will share.</summary>
    private static string Hash(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16));
}
