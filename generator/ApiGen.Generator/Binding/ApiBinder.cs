using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds an <c>api:</c> document.</summary>
internal static class ApiBinder
{
    public static ApiModel? Bind(MapReader reader, DiagnosticBag diagnostics, MentionList mentions)
    {
        YamlScalar? name = reader.RequiredText("api");
        string? summary = reader.OptionalText("summary")?.Value;
        string? see = reader.OptionalUrl("see");
        string? baseAddress = HostAddress.Bind(reader.RequiredText("base"), "base", diagnostics);
        string? space = BindNamespace(reader.OptionalText("namespace"), diagnostics);
        AuthBinder auth = new(diagnostics);
        (AuthModel? user, UserIdSource userId, AuthModel? app) =
            auth.Bind(reader.RequiredMapping("auth"), baseAddress);
        EquatableArray<HostModel> hosts =
            HostBinder.Bind(reader.OptionalMapping("hosts"), auth.Signing, diagnostics);
        string? dates = BindDates(reader.OptionalText("dates"), diagnostics);
        EquatableArray<PoolModel> pools = PoolBinder.Bind(reader.OptionalMapping("pools"), name?.Value, diagnostics);
        EquatableArray<LimitHeadersModel> headers =
            LimitHeadersBinder.Bind(reader.OptionalList("limit-headers"), diagnostics);
        EquatableArray<ErrorShapeModel> errors = ErrorShapeBinder.Bind(reader.Optional("errors"), diagnostics);
        var statuses = new StatusBinder(errors.Any(shape => shape.When is not null), diagnostics, mentions);
        EquatableArray<FailureModel> failures =
            FailureBinder.Bind(reader.OptionalList("failures"), statuses, diagnostics);
        reader.RejectUnknownKeys();

        if (name is null || !NameCheck.IsTypeName(name, diagnostics)) return null;
        return new ApiModel
        {
            Name = name.Value,
            Namespace = space ?? name.Value,
            Summary = summary,
            See = see,
            BaseAddress = baseAddress ?? "https://example.invalid",
            SignedOrigin = HostAddress.SignedOriginOf(baseAddress),
            Hosts = hosts,
            User = user,
            App = app,
            UserId = userId,
            Signing = auth.Signing,
            DatePattern = dates ?? DatePatterns.Internet,
            Pools = pools,
            LimitHeaders = headers,
            Errors = errors,
            Failures = failures,
        };
    }

    private static string? BindNamespace(YamlScalar? scalar, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        bool isName = scalar.Value.Length <= CSharpNames.Longest
            && scalar.Value.Split('.').All(CSharpNames.IsTypeName);
        if (isName) return scalar.Value;
        NameCheck.Report(
            scalar, "names joined by dots, each a capital letter, then letters and digits", diagnostics);
        return null;
    }

    private static string? BindDates(YamlScalar? scalar, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        string? problem = DatePatterns.FindProblem(scalar.Value);
        if (problem is null) return scalar.Value;
        diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar.Span, "dates", problem);
        return null;
    }
}
