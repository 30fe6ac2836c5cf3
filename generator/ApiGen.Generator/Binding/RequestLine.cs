using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>The method and path of a request, as <c>POST /1.1/statuses/retweet/{id}.json</c>.</summary>
internal sealed class RequestLine
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>
    /// RFC 3986 §3.3's path characters, a slash first, and names in braces. A percent sign is left out: what a spec
    /// writes is sent, and signed, as it stands.
    /// </summary>
    private static readonly Regex PathSyntax = new(
        @"\A(/([A-Za-z0-9\-._~!$&'()*+,;=:@]|\{[^{}/]+\})*)+\z", RegexOptions.CultureInvariant);

    private static readonly Regex Placeholder = new(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant);

    private RequestLine(string method, string path, YamlScalar place)
    {
        Method = method;
        Path = path;
        Place = place;
        PathParameters = Placeholder.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value).ToList();
    }

    public string Method { get; }

    public string Path { get; }

    public YamlScalar Place { get; }

    /// <summary>The names in braces, in order.</summary>
    public IReadOnlyList<string> PathParameters { get; }

    /// <summary>The path as a signature covers it, encoded; null if arguments are part of it.</summary>
    public string? SignedPath => PathParameters.Count == 0 ? PercentEncoding.Encode(Path) : null;

    public static RequestLine? Bind(YamlScalar? scalar, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        string[] words = scalar.Value.Split(' ');
        bool isRequest = words.Length == 2 && Methods.Contains(words[0], StringComparer.Ordinal)
            && PathSyntax.IsMatch(words[1])
            && !words[1].Split('/').Any(segment => segment is "." or "..");
        if (isRequest) return new RequestLine(words[0], words[1], scalar);
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape,
            scalar.Span,
            "request",
            "a method and a path, as POST /1.1/friendships/create.json");
        return null;
    }
}
