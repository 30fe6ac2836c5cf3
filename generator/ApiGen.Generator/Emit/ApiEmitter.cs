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
}
