using System.Security.Cryptography;
using ApiGen.Sandbox.Answers;

namespace ApiGen.Sandbox.SignIn;

/// <summary>What the pages of a sign-in have in common.</summary>
internal static class Tokens
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A token or secret that nobody can guess.</summary>
    public static string New() => RandomNumberGenerator.GetString(LettersAndDigits, 40);

    public static string Form(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        List<string> pairs = [];
        foreach ((string name, string value) in fields)
            pairs.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return string.Join('&', pairs);
    }

    /// <summary>Sends a browser to an address that may have a query of its own.</summary>
    public static Answer Redirect(string address, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        char separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Answer.Text(302, "").With("Location", $"{address}{separator}{Form(fields)}");
    }
}
