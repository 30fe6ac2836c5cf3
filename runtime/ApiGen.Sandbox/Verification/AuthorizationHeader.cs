using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ApiGen.Sandbox.Verification;

/// <summary>The protocol parameters of an <c>Authorization: OAuth</c> header (RFC 5849, section 3.5.1).</summary>
internal sealed class AuthorizationHeader
{
    private AuthorizationHeader(List<Field> fields) => Fields = fields;

    /// <summary>What the header holds, without the realm, which is no part of a signature.</summary>
    public IReadOnlyList<Field> Fields { get; }

    public string? this[string name] => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>Whether the header's scheme is OAuth, in any case.</summary>
    public static bool IsOAuth(string text) =>
        text.StartsWith("OAuth", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || IsSpace(text[5]));

    public static bool TryParse(
        string text, [NotNullWhen(true)] out AuthorizationHeader? header, [NotNullWhen(false)] out string? problem)
    {
        header = null;
        List<Field> fields = [];
        HashSet<string> names = [];
        int at = SkipSpaces(text, 5);
        while (true)
        {
            problem = ReadPair(text, ref at, out string name, out string value);
            if (problem is not null) return false;

            Field field = Field.Of(Decode(name), Decode(value));
            if (!names.Add(field.Name))
            {
                problem = $"it carries {field.Name} twice";
                return false;
            }

            // A realm is a quoted string of any text, the rest is percent-encoded.
            bool isRealm = field.Name.Equals("realm", StringComparison.OrdinalIgnoreCase);
            if (!isRealm && PercentEncoding.FirstUnencoded(value) is { } character)
            {
                problem = $"the value of {field.Name} contains '{character}', which must be percent-encoded";
                return false;
            }

            if (!isRealm) fields.Add(field);
            at = SkipSpaces(text, at);
            if (at == text.Length) break;
            if (text[at] != ',')
            {
                problem = $"a comma is missing after {field.Name}";
                return false;
            }

            at = SkipSpaces(text, at + 1);
        }

        header = new(fields);
        return true;
    }

    private static string? ReadPair(string text, ref int at, out string name, out string value)
    {
        (name, value) = ("", "");
        int equals = text.IndexOf('=', at);
        if (equals < 0) return "it is not a list of name=\"value\" pairs";

        name = text[at..equals].TrimEnd(' ', '\t');
        if (name.Length == 0 || PercentEncoding.FirstUnencoded(name) is not null)
        {
            return $"'{name}' is not the name of a parameter";
        }

        at = SkipSpaces(text, equals + 1);
        if (at == text.Length || text[at] != '"') return $"the value of {name} is not in quotes";

        int start = ++at;
        while (at < text.Length && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        if (at >= text.Length) return $"the value of {name} has no closing quote";

        value = text[start..at++];
        return null;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t';

    private static byte[] Decode(string text) =>
        PercentEncoding.Decode(Encoding.UTF8.GetBytes(text), plusIsSpace: false);
}
