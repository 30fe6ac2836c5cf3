using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests;

internal static class AccountExtensions
{
    public static OAuth1Credentials Credentials(this SandboxAccount account) =>
        new(account.ConsumerKey, account.ConsumerSecret, account.Token, account.TokenSecret);
}
