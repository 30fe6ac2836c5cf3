using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a parameter's example: a text, or JSON where only JSON can say it.</summary>
internal static class ParameterExample
{
    public static string? Bind(MapReader reader, string name, TypeReference? type, DiagnosticBag diagnostics)
    {
        if (type is ScalarReference { Kind: ScalarKind.File })
        {
            reader.Refuse("example", "a file has none");
            return null;
        }

        if (type is ScalarReference { Kind: not ScalarKind.Json } scalar)
        {
            YamlScalar? text = reader.OptionalText("example");
            if (text is not null && !ScalarText.Fits(text.Value, scalar.Kind))
                diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, text.Span, name, ExampleCheck.Describe(type));
            return text?.Value;
        }

        YamlNode? example = reader.Optional("example");
        if (example is null || type is null) return null;
        if (ExampleCheck.Fits(example, type)) return ExampleText.Write(example, type);
        diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, example.Span, name, ExampleCheck.Describe(type));
        return null;
    }
}
