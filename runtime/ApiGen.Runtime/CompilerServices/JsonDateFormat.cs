using System.Globalization;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>Compiles the format of a date to its parts, and writes dates of such parts.</summary>
internal static class JsonDateFormat
{
    private static readonly (string Token, JsonDateField Field)[] Tokens =
    [
        ("yyyy", JsonDateField.Year),
        ("MMM", JsonDateField.MonthName),
        ("MM", JsonDateField.Month),
        ("ddd", JsonDateField.Weekday),
        ("dd", JsonDateField.Day),
        ("HH", JsonDateField.Hour),
        ("mm", JsonDateField.Minute),
        ("ss", JsonDateField.Second),
        ("zzz", JsonDateField.Offset),
    ];

    public static JsonDatePart[] Compile(string format)
    {
        var parts = new List<JsonDatePart>();
        for (ReadOnlySpan<char> rest = format; !rest.IsEmpty;)
            rest = rest[Take(format, rest, parts)..];
        if (!Has(parts, JsonDateField.Year) || !Has(parts, JsonDateField.Day)
            || Has(parts, JsonDateField.Month) == Has(parts, JsonDateField.MonthName))
        {
            throw new ArgumentException($"The date format '{format}' needs year, month and day.", nameof(format));
        }
        return [.. parts];
    }

    /// <summary>Writes a date of such parts.</summary>
    public static string Write(JsonDatePart[] parts, DateTimeOffset time)
    {
        var text = new List<byte>();
        foreach (JsonDatePart part in parts)
        {
            if (part.Field == JsonDateField.Literal)
            {
                text.Add(part.Literal);
                continue;
            }
            string token = Array.Find(Tokens, known => known.Field == part.Field).Token;
            text.AddRange(Encoding.ASCII.GetBytes(time.ToString(token, CultureInfo.InvariantCulture)));
        }
        return Encoding.UTF8.GetString([.. text]);
    }

    /// <summary>Compiles the first part of what is left of a format, and returns how many characters it has.</summary>
    private static int Take(string format, ReadOnlySpan<char> rest, List<JsonDatePart> parts)
    {
        char first = rest[0];
        if (first == '\'')
        {
            int close = rest[1..].IndexOf('\'');
            if (close < 0)
                throw new ArgumentException($"The date format '{format}' has an open quote.", nameof(format));
            AddLiteral(rest.Slice(1, close), parts);
            return close + 2;
        }
        if (!char.IsAsciiLetter(first) || first is 'T' or 'Z')
        {
            AddLiteral(rest[..1], parts);
            return 1;
        }
        int length = rest.IndexOfAnyExcept(first);
        string token = rest[..(length < 0 ? rest.Length : length)].ToString();
        JsonDateField field = Array.Find(Tokens, known => known.Token == token).Field;
        if (field == JsonDateField.Literal || Has(parts, field))
            throw new ArgumentException($"The date format '{format}' can't have '{token}' there.", nameof(format));
        parts.Add(new JsonDatePart(field));
        return token.Length;
    }

    private static void AddLiteral(ReadOnlySpan<char> text, List<JsonDatePart> parts)
    {
        foreach (byte literal in Encoding.UTF8.GetBytes(text.ToString()))
            parts.Add(new JsonDatePart(JsonDateField.Literal, literal));
    }

    private static bool Has(List<JsonDatePart> parts, JsonDateField field) => parts.Exists(part => part.Field == field);
}
