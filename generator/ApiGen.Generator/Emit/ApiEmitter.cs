using System.Linq;
using System.Text;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints what the endpoints of an API share.</summary>
internal static class ApiEmitter
{
    public static string EmitDescriptor(ApiModel api)
    {
        var writer = new SourceWriter();
        using (writer.Block($"internal static class {api.Name}Api"))
        {
            writer.Line($"internal static readonly {RuntimeNames.JsonDates} Dates = "
                + $"new({CSharpText.Literal(api.DatePattern)});");
            writer.EmptyLine();
            foreach (HostModel host in api.Hosts)
            {
                writer.Line($"internal static readonly {RuntimeNames.HostDescriptor} {HostField(host.Name)} = "
                    + $"new({CSharpText.Literal(host.Address)}, {CSharpText.Literal(host.SignedOrigin)});");
                writer.EmptyLine();
            }

            foreach (PoolModel pool in api.Pools)
            {
                LimitEmitter.EmitPool(writer, pool);
                writer.EmptyLine();
            }

            using (writer.Block($"internal static readonly {RuntimeNames.ApiDescriptor} Descriptor = new()", "};"))
            {
                writer.Line($"Name = {CSharpText.Literal(api.Name)},");
                writer.Line($"BaseAddress = {CSharpText.Literal(api.BaseAddress)},");
                if (api.SignedOrigin is { } origin) writer.Line($"SignedOrigin = {CSharpText.Literal(origin)},");
                EmitAuth(writer, "User", api.User);
                EmitAuth(writer, "App", api.App);
                if (api.UserId != UserIdSource.None) writer.Line($"UserId = {RuntimeNames.UserIdSource}.{api.UserId},");
                OAuth1Emitter.Emit(writer, api.Signing);
                EmitLimitHeaders(writer, api);
                if (api.Errors is { } errors)
                {
                    writer.Line($"Errors = new {RuntimeNames.ErrorShape}({CSharpText.Literal(errors.List)}, "
                        + $"{CSharpText.Literal(errors.Code)}, {CSharpText.Literal(errors.Message)}),");
                }

                FailureEmitter.EmitRows(writer, api.Failures);
            }
        }

        return writer.ToString().TrimEnd('\n');
    }

    /// <summary>The field, in the class of the API's descriptor, that holds a host.</summary>
    public static string HostField(string host) => $"{host}Host";

    private static void EmitLimitHeaders(SourceWriter writer, ApiModel api)
    {
        if (api.LimitHeaders.Count == 0) return;
        writer.Line("LimitHeaders =");
        writer.Line("[");
        using var rows = writer.Indent("],");
        foreach (LimitHeadersModel headers in api.LimitHeaders)
        {
            string[] properties =
            [
                headers.Scope is { } scope ? $"Scope = {LimitEmitter.ScopeOf(scope)}" : "",
                headers.Seconds is { } seconds ? $"Window = {LimitEmitter.SpanOf(seconds)}" : "",
                headers.Limit is { } limit ? $"Limit = {CSharpText.Literal(limit)}" : "",
                headers.Reset is { } reset ? $"Reset = {CSharpText.Literal(reset)}" : "",
                headers.Reset is null ? "" : $"ResetTime = {RuntimeNames.ResetTime}.{headers.ResetTime}",
            ];
            writer.Line($"new({CSharpText.Literal(headers.Remaining)}){Initializer.Of(properties)},");
        }
    }

    private static void EmitAuth(SourceWriter writer, string property, AuthModel? auth)
    {
        if (auth is null) return;
        var text = new StringBuilder($"Scheme = {RuntimeNames.AuthScheme}.{auth.Scheme}");
        Add("RequestToken", auth.RequestToken);
        Add("Authorize", auth.Authorize);
        Add("AccessToken", auth.AccessToken);
        Add("Token", auth.Token);
        Add("UserField", auth.UserField);
        if (auth.Scopes.Count > 0)
            text.Append($", Scopes = [{string.Join(", ", auth.Scopes.Select(CSharpText.Literal))}]");
        writer.Line($"{property} = new() {{ {text} }},");

        void Add(string name, string? value)
        {
            if (value is not null) text.Append($", {name} = {CSharpText.Literal(value)}");
        }
    }
}
