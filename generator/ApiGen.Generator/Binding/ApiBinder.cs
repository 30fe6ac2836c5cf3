using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds an <c>api:</c> document.</summary>
internal static class ApiBinder
{
    public static ApiModel? Bind(MapReader reader, DiagnosticBag diagnostics)
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
        ErrorShapeModel? errors = BindErrors(reader, diagnostics);
        EquatableArray<FailureModel> failures = FailureBinder.Bind(reader.OptionalList("failures"), diagnostics);
        reader.RejectUnknownKeys();

        if (name is null) return null;
        if (!CSharpNames.IsTypeName(name.Value))
        {
            diagnostics.Report(
                DiagnosticDescriptors.InvalidName, name.Span, name.Value, "a capital letter, then letters and digits");
            return null;
        }

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
        foreach (string part in scalar.Value.Split('.'))
        {
            if (CSharpNames.IsTypeName(part)) continue;
            diagnostics.Report(
                DiagnosticDescriptors.InvalidName,
                scalar.Span,
                scalar.Value,
                "names joined by dots, each a capital letter, then letters and digits");
            return null;
        }

        return scalar.Value;
    }

    private static string? BindDates(YamlScalar? scalar, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        string? problem = DatePatterns.FindProblem(scalar.Value);
        if (problem is null) return scalar.Value;
        diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar.Span, "dates", problem);
        return null;
    }

    private static ErrorShapeModel? BindErrors(MapReader reader, DiagnosticBag diagnostics)
    {
        YamlMapping? map = reader.OptionalMapping("errors");
        if (map is null) return null;
        var shape = new MapReader(map, "'errors'", diagnostics);
        string? list = shape.RequiredText("list")?.Value;
        string? code = shape.RequiredText("code")?.Value;
        string? message = shape.RequiredText("message")?.Value;
        shape.RejectUnknownKeys();
        return list is null || code is null || message is null ? null : new ErrorShapeModel(list, code, message);
    }
}
