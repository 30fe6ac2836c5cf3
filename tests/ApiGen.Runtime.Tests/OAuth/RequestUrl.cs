using System.Globalization;
using System.Text.RegularExpressions;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>A URL taken apart by its characters alone, because <see cref="Uri"/> normalises some of them.</summary>
internal sealed partial class RequestUrl
{
    private readonly Match _match;

    public RequestUrl(string url) => _match = Pattern.Match(url);

    public string BaseStringUri => ApiGen.OAuth.BaseStringUri.Of(Part("scheme"), Part("host"), Port, Path);

    /// <summary>The query's pairs, decoded as a form is: a plus sign is a space, and a name may stand alone.</summary>
    public IEnumerable<(string Name, string Value)> Query =>
        from pair in Part("query").Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");

    [GeneratedRegex(
        @"^(?<scheme>[^:]+)://(?<host>\[[^\]]+\]|[^:/?#]+)(:(?<port>\d+))?" +
        @"(?<path>/[^?#]*)?(\?(?<query>[^#]*))?(#.*)?$")]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"[^\x00-\x7F]+")]
    private static partial Regex NonAscii { get; }

    private int Port => (Part("port"), Part("scheme").ToUpperInvariant()) switch
    {
        ("", "HTTPS") => 443,
        ("", _) => 80,
        (string port, _) => int.Parse(port, CultureInfo.InvariantCulture),
    };

    /// <summary>The path as it is sent: no request can carry a character beyond ASCII.</summary>
    private string Path => NonAscii.Replace(Part("path"), run => PercentEncoding.Encode(run.Value));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private string Part(string name) => _match.Groups[name].Value;
}
