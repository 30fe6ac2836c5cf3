using System.Text;
using System.Text.RegularExpressions;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.Routing;

/// <summary>
/// An endpoint's path with its parameters in braces, where a brace may begin or end inside a segment:
/// <c>/show/{id}.json</c>.
/// </summary>
internal sealed partial class PathTemplate
{
    private readonly Regex[] _segments;
    private readonly List<string> _names = [];

    public PathTemplate(string path) => _segments = [.. path.Split('/').Select(Pattern)];

    public int ParameterCount => _names.Count;

    /// <summary>The arguments that a path carries, in the template's order, or null if it is another path.</summary>
    public List<KeyValuePair<string, string>>? Match(string path)
    {
        string[] segments = path.Split('/');
        if (segments.Length != _segments.Length) return null;

        List<KeyValuePair<string, string>> arguments = [];
        for (int i = 0; i < segments.Length; i++)
        {
            Match match = _segments[i].Match(Decode(segments[i]));
            if (!match.Success) return null;

            foreach (Group group in match.Groups.Values.Skip(1))
            {
                arguments.Add(new(_names[arguments.Count], group.Value));
            }
        }

        return arguments;
    }

    private static string Decode(string segment) =>
        Encoding.UTF8.GetString(PercentEncoding.Decode(Encoding.UTF8.GetBytes(segment), plusIsSpace: false));

    private Regex Pattern(string segment)
    {
        StringBuilder pattern = new();
        int literal = 0;
        foreach (Match parameter in Braces().Matches(segment))
        {
            pattern.Append(Regex.Escape(Decode(segment[literal..parameter.Index]))).Append("(.+)");
            _names.Add(parameter.Groups[1].Value);
            literal = parameter.Index + parameter.Length;
        }

        pattern.Append(Regex.Escape(Decode(segment[literal..])));
        return new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Braces();
}
