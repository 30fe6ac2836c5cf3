using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;

namespace ApiGen.OAuth;

/// <summary>Keeps secrets out of texts that people read.</summary>
internal static class Secrets
{
    /// <summary>A short PIN. What is shorter is no secret, and would tear holes in any text.</summary>
    private const int ShortestSecret = 6;

    private const string Ellipsis = "…";

    /// <summary>The first characters of an identifier; a short one would be given away by its own beginning.</summary>
    public static string Abbreviate(string value) => value.Length >= 16 ? $"{value.AsSpan(0, 4)}…" : "…";

    /// <summary>Puts an ellipsis in place of secrets, however they are encoded.</summary>
    public static string Redact(string text, params ReadOnlySpan<string> secrets)
    {
        foreach (string secret in secrets)
        {
            if (secret.Length < ShortestSecret) continue;
            foreach (string spelling in SpellingsOf(secret))
                text = text.Replace(spelling, Ellipsis, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// Puts an ellipsis in place of values, however they are encoded and short. A short one is found where it isn't a part
    /// of a longer word or number.
    /// </summary>
    public static string RedactValues(string text, IEnumerable<string> values)
    {
        // A value that is a part of another would leave the other's rest.
        foreach (string value in values.Where(value => value.Length > 0).OrderByDescending(value => value.Length))
        {
            text = Redact(text, value);
            if (value.Length >= ShortestSecret) continue;
            foreach (string spelling in SpellingsOf(value))
                text = WholeWords.Replace(text, spelling, Ellipsis);
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

    /// <summary>
    /// A text as it is, percent-encoded once or twice, as forms have it, and escaped in JSON or HTML; the longest first.
    /// </summary>
    private static IEnumerable<string> SpellingsOf(string text)
    {
        string once = PercentEncoding.Encode(text);
        string[] spellings =
        [
            text,
            once,
            PercentEncoding.Encode(once),
            WithSmallEscapes(once),
            once.Replace("%20", "+", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(text),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
            text.Replace("/", @"\/", StringComparison.Ordinal),
            WebUtility.HtmlEncode(text),
        ];
        return spellings.Distinct().OrderByDescending(spelling => spelling.Length);
    }

    /// <summary>A text whose percent-encoding has small letters.</summary>
    private static string WithSmallEscapes(string encoded) => string.Create(encoded.Length, encoded, (small, text) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isOfEscape = (i >= 1 && text[i - 1] == '%') || (i >= 2 && text[i - 2] == '%');
            small[i] = isOfEscape ? char.ToLowerInvariant(text[i]) : text[i];
        }
    });
}
