using System.Text;

namespace ApiGen.SignIn;

/// <summary>Reads and writes <c>application/x-www-form-urlencoded</c>: token answers, and a callback's query.</summary>
internal static class FormFields
{
    /// <summary>Reads decoded fields; a name that comes twice is left out, as neither value is the right one.</summary>
    public static Dictionary<string, string> Read(ReadOnlySpan<char> text)
    {
        Dictionary<string, string> fields = [];
        HashSet<string> repeated = [];
        foreach (Range range in text.Split('&'))
        {
            ReadOnlySpan<char> pair = text[range];
            if (pair.IsEmpty) continue;
            int equals = pair.IndexOf('=');
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            if (!fields.TryAdd(name, equals < 0 ? "" : Decode(pair[(equals + 1)..]))) repeated.Add(name);
        }

        foreach (string name in repeated) fields.Remove(name);
        return fields;
    }

    /// <summary>The fields of a URL's query.</summary>
    public static Dictionary<string, string> ReadQuery(Uri address)
    {
        // A web framework hands over the target alone as often as a whole URL.
        string text = address.OriginalString;
        int start = text.IndexOf('?', StringComparison.Ordinal) + 1;
        int end = text.IndexOf('#', StringComparison.Ordinal);
        return start == 0 ? [] : Read(text.AsSpan(start, (end < start ? text.Length : end) - start));
    }

    /// <summary>Writes fields, without those that are null.</summary>
    public static string Write(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var text = new StringBuilder();
        foreach ((string name, string? value) in fields)
        {
            if (value is null) continue;
            if (text.Length > 0) text.Append('&');
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        Uri.UnescapeDataString(text.ToString().Replace('+', ' '));
}
