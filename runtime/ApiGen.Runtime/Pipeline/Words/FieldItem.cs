using System.Globalization;
using System.Text;

namespace ApiGen.Pipeline.Words;

/// <summary>
/// One member of a list or dictionary in a structured field (RFC 9651 §3), as far as limits are told with it: a name or
/// number, a number that may be assigned to it, and parameters that are numbers.
/// </summary>
/// <param name="Name">The string, token, key or bare number.</param>
/// <param name="Value">What is assigned to it in a dictionary, if that is a whole number.</param>
/// <param name="Parameters">Its parameters, those that are whole numbers.</param>
internal sealed record FieldItem(string Name, long? Value, IReadOnlyDictionary<string, long> Parameters)
{
    public long? Number(string parameter) => Parameters.TryGetValue(parameter, out long value) ? value : null;

    public static IEnumerable<FieldItem> ParseList(string field) => Split(field, ',').Select(Parse);

    private static FieldItem Parse(string member)
    {
        string[] parts = [.. Split(member, ';')];
        (string name, long? value) = Assigned(parts[0]);
        var parameters = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string part in parts.Skip(1))
        {
            if (Assigned(part) is (var key, { } number)) parameters[key] = number;
        }

        return new FieldItem(name, value, parameters);
    }

    private static (string Name, long? Value) Assigned(string part)
    {
        if (part.StartsWith('"')) return (part.Trim('"'), null);
        int sign = part.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0) return (part, null);
        bool isNumber = long.TryParse(
            part.AsSpan(sign + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        return (part[..sign], isNumber ? number : null);
    }

    // A separator inside a string separates nothing.
    private static IEnumerable<string> Split(string text, char separator)
    {
        var part = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in text)
        {
            isQuoted ^= c == '"';
            if (c == separator && !isQuoted)
            {
                yield return part.ToString().Trim();
                part.Clear();
            }
            else
            {
                part.Append(c);
            }
        }

        yield return part.ToString().Trim();
    }
}
