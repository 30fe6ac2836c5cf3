using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>A text. What it means (a number, a duration, nothing) is for its reader to say.</summary>
internal sealed class YamlScalar(string value, bool isPlain, SourceSpan span) : YamlNode(span)
{
    public string Value { get; } = value;

    /// <summary>Whether it is written without quotes and block indicators: <c>1</c> is, <c>"1"</c> isn't.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether nothing is written where the value would be; the span is then empty and lies there.</summary>
    public bool IsAbsent => IsPlain && Value.Length == 0;
}
