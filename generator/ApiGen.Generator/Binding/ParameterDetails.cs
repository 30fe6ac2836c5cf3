using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>What a parameter says of its value: which it may be, which it is, which it is taken for.</summary>
internal sealed class ParameterDetails
{
    public required ChecksModel Checks { get; init; }

    /// <summary>The value that is always sent, or null.</summary>
    public required string? Constant { get; init; }

    /// <summary>What the service takes if it is left out, or null.</summary>
    public required string? Default { get; init; }

    public required bool IsSensitive { get; init; }

    public required Deprecation? Deprecation { get; init; }

    /// <summary>Reads the keys that are no matter of the type alone.</summary>
    /// <param name="reader">The parameter's keys.</param>
    /// <param name="key">Its name.</param>
    /// <param name="type">Its type, or null if that can't be read.</param>
    /// <param name="format">How dates and times are written, if in a form of their own.</param>
    /// <param name="place">Where it travels.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public static ParameterDetails Bind(
        MapReader reader,
        YamlScalar key,
        TypeReference? type,
        string? format,
        ParameterPlace place,
        DiagnosticBag diagnostics)
    {
        YamlScalar? constant = BindConstant(reader, type, place);
        ChecksModel checks = new();
        if (type is null) CheckBinder.SkipAll(reader);
        else if (constant is null) checks = new CheckBinder(reader, key.Value, type, diagnostics).Bind();
        YamlScalar? ifLeftOut = BindDefault(reader, constant, place);
        TypeReference? value = (type as ListReference)?.Element ?? type;
        if (constant is null) CheckExample();
        return new ParameterDetails
        {
            Checks = checks,
            Constant = Fits("constant", constant) ? Canonical(constant, type) : null,
            Default = Fits("default", ifLeftOut) ? ifLeftOut?.Value : null,
            IsSensitive = BindSensitive(reader, place),
            Deprecation = Deprecation.Bind(reader, diagnostics),
        };

        bool Fits(string what, YamlScalar? given)
        {
            if (given is null || value is null) return true;
            string[] values = type is ListReference ? given.Value.Split(',', '|', ' ') : [given.Value];
            string? misfit = values
                .Select(each => CheckText.FindMisfit(each, value, format, checks))
                .FirstOrDefault(found => found is not null);
            if (misfit is null) return true;
            diagnostics.Report(DiagnosticDescriptors.ValueMisfit, given.Span, what, key.Value, misfit);
            return false;
        }

        // Whether it is of the type is looked at with the type.
        void CheckExample()
        {
            IEnumerable<YamlNode> items = reader.Optional("example") switch
            {
                YamlScalar scalar when type is not ListReference => [scalar],
                YamlSequence list => list.Items,
                _ => [],
            };
            foreach (YamlScalar item in items.OfType<YamlScalar>())
            {
                if (value is null || !ScalarText.Fits(item.Value, value, format)) continue;
                if (CheckText.FindMisfit(item.Value, value, format, checks) is { } misfit)
                    diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, item.Span, key.Value, misfit);
            }
        }
    }

    private static string? Canonical(YamlScalar? constant, TypeReference? type) =>
        type is ScalarReference scalar && constant is not null
            ? ScalarText.Canonical(constant.Value, scalar.Kind)
            : constant?.Value;

    private static YamlScalar? BindConstant(MapReader reader, TypeReference? type, ParameterPlace place)
    {
        if (place == ParameterPlace.Path || type is ListReference)
        {
            reader.Refuse("constant", place == ParameterPlace.Path
                ? "write the value in the path itself"
                : "what never changes is no list; give it the type 'string'");
            return null;
        }

        YamlScalar? constant = reader.OptionalText("constant");
        if (constant is null) return null;
        const string Reason = "the value is constant";
        reader.Refuse("required", Reason + ", and so is in every request");
        reader.Refuse("default", Reason + ", and never left out");
        reader.Refuse("example", Reason + ", and an example of itself");
        reader.Refuse("sensitive", Reason + " and stands here for all to read");
        reader.Refuse("deprecated", Reason + ", and nobody gives it");
        CheckBinder.RefuseAll(reader, Reason);
        return constant;
    }

    private static YamlScalar? BindDefault(MapReader reader, YamlScalar? constant, ParameterPlace place)
    {
        if (constant is not null) return null;
        bool isInPath = place == ParameterPlace.Path;
        if (!isInPath && reader.Optional("required") is not YamlScalar { Value: "true" })
            return reader.OptionalText("default");
        reader.Refuse("default", isInPath ? "a part of the path is never left out" : "what is required is never left out");
        return null;
    }

    private static bool BindSensitive(MapReader reader, ParameterPlace place)
    {
        if (place != ParameterPlace.Path) return reader.OptionalBool("sensitive") ?? false;
        reader.Refuse("sensitive", "logs and traces of all that lies between show paths");
        return false;
    }
}
