using System;
using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>The method and path of a request, as <c>POST /1.1/statuses/retweet/{id}.json</c>.</summary>
internal sealed class RequestLine
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private RequestLine(string method, string path, YamlScalar place)
    {
        Method = method;
        Path = path;
        Place = place;
        PathParameters = UriPath.NamesIn(path);
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
            && UriPath.IsTemplate(words[1])
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
