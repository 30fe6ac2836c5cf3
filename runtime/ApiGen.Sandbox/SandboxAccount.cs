using System.Security.Cryptography;

namespace ApiGen.Sandbox;

/// <summary>One user of one app, with the secrets that the sandbox checks signatures against.</summary>
/// <param name="ConsumerKey">The app. Accounts with the same consumer key draw on the same app limits.</param>
/// <param name="ConsumerSecret">The app's secret; the same for every account of the app.</param>
/// <param name="Token">
/// The user's access token. Where the API's tokens begin with the user's id (<c>2244994945-abc…</c>), accounts whose
/// tokens have the same id are the same user; elsewhere the token stands for the user. Empty for an app that calls with
/// no user: only app limits count its calls.
/// </param>
/// <param name="TokenSecret">The secret of the token; empty where there is no token.</param>
public sealed record SandboxAccount(string ConsumerKey, string ConsumerSecret, string Token, string TokenSecret)
{
    /// <summary>
    /// The public half of the app's RSA key, as the text of a PEM file, for APIs whose requests such a key signs; null
    /// where secrets sign.
    /// </summary>
    public string? PublicKey { get; init; }

    private const string Digits = "0123456789";
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>
    /// Names the account without giving it away: the start of its consumer key and token, and no secret.
    /// </summary>
    public override string ToString() =>
        $"{nameof(SandboxAccount)} {{ ConsumerKey = {Start(ConsumerKey)}, Token = {Start(Token)}, secrets not shown }}";

    /// <summary>The id of the user who says yes when somebody signs in: the first account's.</summary>
    internal static string UserOf(IReadOnlyList<SandboxAccount> given, SandboxAccount made) =>
        (given.FirstOrDefault(account => account.Token.Length > 0) ?? made).Token.Split('-')[0];

    internal static SandboxAccount Random() => new(
        Text(25),
        Text(50),
        $"1{RandomNumberGenerator.GetString(Digits, 9)}-{Text(40)}",
        Text(45));

    private static string Text(int length) => RandomNumberGenerator.GetString(LettersAndDigits, length);

    private static string Start(string value) => value.Length > 8 ? $"{value[..4]}…" : "…";
}
