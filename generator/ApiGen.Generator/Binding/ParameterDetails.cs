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
    /// <param name="place">Where it travels.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public static ParameterDetails Bind(
        MapReader reader, YamlScalar key, TypeReference? type, ParameterPlace place, DiagnosticBag diagnostics)
    {
        YamlScalar? constant = BindConstant(reader, place);
        ChecksModel checks = new();
        if (type is null) CheckBinder.SkipAll(reader);
        else if (constant is null) checks = new CheckBinder(reader, key.Value, type, diagnostics).Bind();
        YamlScalar? ifLeftOut = BindDefault(reader, constant, place);
        ScalarKind? kind = (type as ScalarReference)?.Kind;
        return new ParameterDetails
        {
            Checks = checks,
            Constant = Fitting("constant", constant, new ChecksModel()) is { } text && kind is not null
                ? ScalarText.Canonical(text, kind.Value)
                : null,
            Default = Fitting("default", ifLeftOut, checks),
            IsSensitive = BindSensitive(reader, place),
            Deprecation = Deprecation.Bind(reader, diagnostics),
        };

        string? Fitting(string what, YamlScalar? value, ChecksModel within)
        {
            if (value is null || kind is null) return value?.Value;
            string? misfit = CheckText.FindMisfit(value.Value, kind.Value, within);
            if (misfit is null) return value.Value;
            diagnostics.Report(DiagnosticDescriptors.ValueMisfit, value.Span, what, key.Value, misfit);
            return null;
        }
    }

    private static YamlScalar? BindConstant(MapReader reader, ParameterPlace place)
    {
        if (place == ParameterPlace.Path)
        {
            reader.Refuse("constant", "write the value in the path itself");
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
