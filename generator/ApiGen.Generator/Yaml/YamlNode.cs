using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>A value of a YAML document and where it is written.</summary>
internal abstract class YamlNode(SourceSpan span)
{
    /// <summary>
    /// The whole token of a scalar, quotes included; the opening bracket of a flow collection; the first key of a block
    /// mapping; the first dash of a block sequence.
    /// </summary>
    public SourceSpan Span { get; } = span;
}
