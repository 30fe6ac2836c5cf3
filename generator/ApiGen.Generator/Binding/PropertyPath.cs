using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Reads a place in JSON: names of properties with dots between, each inside the one before.</summary>
internal static class PropertyPath
{
    /// <summary>The value itself, and no property of it.</summary>
    public const string Self = ".";

    /// <summary>The place, or null where there is none or it can't be read.</summary>
    public static string? Bind(string key, YamlScalar? scalar, bool mayBeSelf, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        bool isPath = (mayBeSelf && scalar.Value == Self) || IsPath(scalar.Value);
        if (isPath) return scalar.Value;
        string self = mayBeSelf ? ", or a dot for the value itself" : "";
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape,
            scalar.Span,
            key,
            $"the name of a property, or several with dots between, as response.user{self}");
        return null;
    }

    /// <summary>Whether a text is such names.</summary>
    public static bool IsPath(string text) => text.Split('.').All(name => name.Trim().Length > 0);

    /// <summary>The place of a place inside another, either of which may be the value itself.</summary>
    public static string Join(string? outer, string? inner) =>
        outer is null ? inner ?? Self : inner is null ? outer : $"{outer}.{inner}";
}
