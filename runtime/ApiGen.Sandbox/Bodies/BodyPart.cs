using System.Globalization;
using System.Text.RegularExpressions;

namespace ApiGen.Sandbox.Bodies;

/// <summary>A part of a multipart body.</summary>
internal sealed partial record BodyPart(string Name, string? FileName, string? ContentType, byte[] Content)
{
    /// <summary>A part by its headers.</summary>
    /// <exception cref="FormatException">They don't say which part of a form it is.</exception>
    public static BodyPart Of(IReadOnlyDictionary<string, string> headers, byte[] content)
    {
        if (!headers.TryGetValue("Content-Disposition", out string? disposition)
            || !disposition.StartsWith("form-data;", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("a part has no 'Content-Disposition: form-data'");
        }

        if (headers.ContainsKey("Content-Transfer-Encoding"))
            throw new FormatException("a part has a Content-Transfer-Encoding, which RFC 7578 (section 4.7) has given up");
        string? name = null;
        string? fileName = null;
        foreach (Match match in Parameter().Matches(disposition))
        {
            string value = Unescape(match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value);
            switch (match.Groups["name"].Value.ToLowerInvariant())
            {
                case "name": name = value; break;
                case "filename": fileName = value; break;
                case var other:
                    throw new FormatException($"a part's Content-Disposition has '{other}', which isn't allowed there");
            }
        }

        return name is null
            ? throw new FormatException("a part has no name")
            : new(name, fileName, headers.GetValueOrDefault("Content-Type"), content);
    }

    // What can't stand between quotes is percent-encoded; a percent sign of other meaning is left alone.
    private static string Unescape(string text) => Escape().Replace(
        text,
        match => ((char)int.Parse(match.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(""";\s*(?<name>[^=;\s]+)=("(?<quoted>[^"]*)"|(?<bare>[^;"\s]*))""")]
    private static partial Regex Parameter();

    [GeneratedRegex("%(22|5C|[01][0-9A-F]|7F)", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();
}
