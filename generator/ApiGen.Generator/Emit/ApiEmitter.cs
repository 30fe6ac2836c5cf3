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
            using (writer.Block($"internal static readonly {RuntimeNames.ApiDescriptor} Descriptor = new()", "};"))
            {
                writer.Line($"Name = {CSharpText.Literal(api.Name)},");
                writer.Line($"BaseAddress = {CSharpText.Literal(api.BaseAddress)},");
                EmitAuth(writer, "User", api.User);
                EmitAuth(writer, "App", api.App);
                if (api.UserId != UserIdSource.None) writer.Line($"UserId = {RuntimeNames.UserIdSource}.{api.UserId},");
                OAuth1Emitter.Emit(writer, api.Signing);
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
