using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>OAuth 1.0a as it is usually written for one program: a dictionary, LINQ and interpolated strings.</summary>
internal static class NaiveSigner
{
    public static string Sign(HttpMethod method, Uri url)
    {
        var oauth = new Dictionary<string, string>
        {
            ["oauth_consumer_key"] = Account.ConsumerKey,
            ["oauth_nonce"] = Guid.NewGuid().ToString("N"),
            ["oauth_signature_method"] = "HMAC-SHA1",
            ["oauth_timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["oauth_token"] = Account.Token,
            ["oauth_version"] = "1.0",
        };
        var query = url.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Uri.UnescapeDataString(pair[0]), Value: Uri.UnescapeDataString(pair[1])));
        var parameters = oauth
            .Select(pair => (Name: pair.Key, pair.Value))
            .Concat(query)
            .Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}");
        string address = Uri.EscapeDataString(url.GetLeftPart(UriPartial.Path));
        string baseString = $"{method.Method}&{address}&{Uri.EscapeDataString(string.Join("&", parameters))}";
        string key = $"{Uri.EscapeDataString(Account.ConsumerSecret)}&{Uri.EscapeDataString(Account.TokenSecret)}";
        using var hmac = new HMACSHA1(Encoding.ASCII.GetBytes(key));
        oauth["oauth_signature"] = Convert.ToBase64String(hmac.ComputeHash(Encoding.ASCII.GetBytes(baseString)));
        return string.Join(", ", oauth
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}=\"{Uri.EscapeDataString(pair.Value)}\""));
    }
}
