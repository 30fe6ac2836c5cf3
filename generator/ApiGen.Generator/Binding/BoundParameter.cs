using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// A parameter with what its model doesn't keep: its place in the file and the text for its argument.
/// </summary>
internal sealed record BoundParameter(ParameterModel Model, YamlScalar Key, string? Summary)
{
    /// <summary>Where it says that it travels, if it says it of its own.</summary>
    public YamlScalar? In { get; init; }

    /// <summary>That it is out of use, or null.</summary>
    public Deprecation? Deprecation { get; init; }

    /// <summary>Why it is out of use, or null.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Sentences on its values; empty if there is nothing to say.</summary>
    public string Notes => CheckText.Describe(Model, Deprecated);
}
