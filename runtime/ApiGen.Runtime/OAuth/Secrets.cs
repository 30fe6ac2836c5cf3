using System.Net.Http.Headers;
using System.Text.Encodings.Web;

namespace ApiGen.OAuth;

/// <summary>Keeps secrets out of texts that people read.</summary>
internal static class Secrets
{
    /// <summary>A short PIN. What is shorter is no secret, and would tear holes in any text.</summary>
    private const int ShortestSecret = 6;

    /// <summary>The first characters of an identifier; a short one would be given away by its own beginning.</summary>
    public static string Abbreviate(string value) => value.Length >= 16 ? $"{value.AsSpan(0, 4)}…" : "…";

    /// <summary>
    /// Puts an ellipsis in place of secrets, be they as they are, percent-encoded once or twice, or escaped in JSON.
    /// </summary>
    public static string Redact(string text, params ReadOnlySpan<string> secrets)
    {
        foreach (string secret in secrets)
        {
            if (secret.Length < ShortestSecret) continue;
            string once = PercentEncoding.Encode(secret);
            text = text
                .Replace(PercentEncoding.Encode(once), "…", StringComparison.Ordinal)
                .Replace(once, "…", StringComparison.Ordinal)
                .Replace(JavaScriptEncoder.Default.Encode(secret), "…", StringComparison.Ordinal)
                .Replace(secret.Replace("/", @"\/", StringComparison.Ordinal), "…", StringComparison.Ordinal)
                .Replace(secret, "…", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Redacts the headers of an answer where they stand.</summary>
    public static void Redact(HttpResponseHeaders headers, Func<string, string> redact)
    {
        foreach ((string name, IEnumerable<string> values) in headers.ToArray())
        {
            string[] before = [.. values];
            string[] after = [.. before.Select(redact)];
            if (after.SequenceEqual(before)) continue;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, after);
        }
    }
}
