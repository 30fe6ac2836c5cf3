using System.Collections.Generic;
using System.Globalization;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints limits, and the pools of an API that are made of them.</summary>
internal static class LimitEmitter
{
    /// <summary>The limits of a descriptor's initialiser; nothing if there are none.</summary>
    public static void EmitProperty(SourceWriter writer, EquatableArray<LimitModel> limits)
    {
        if (limits.Count == 0) return;
        writer.Line("Limits =");
        writer.Line("[");
        using (writer.Indent("],")) EmitRows(writer, limits);
    }

    public static void EmitPool(SourceWriter writer, PoolModel pool)
    {
        writer.Line($"internal static readonly {RuntimeNames.PoolDescriptor} {FieldOf(pool.Name)} = "
            + $"new({CSharpText.Literal(pool.Name)},");
        writer.Line("[");
        using (writer.Indent("]);")) EmitRows(writer, pool.Limits);
    }

    /// <summary>The field, in the class of the API's descriptor, that holds a pool.</summary>
    public static string FieldOf(string pool) => $"{pool}Pool";

    private static void EmitRows(SourceWriter writer, EquatableArray<LimitModel> limits)
    {
        foreach (LimitModel limit in limits)
        {
            string count = limit.Count.ToString(CultureInfo.InvariantCulture);
            writer.Line($"new({ScopeOf(limit.Scope)}, {count}, {TimeOf(limit)}){RestOf(limit)},");
        }
    }

    private static string TimeOf(LimitModel limit) => limit.Calendar is { } calendar
        ? $"{RuntimeNames.BudgetCalendar}.{calendar.Period}s({CSharpText.Literal(calendar.Zone)})"
        : SpanOf(limit.Seconds);

    private static string RestOf(LimitModel limit)
    {
        var properties = new List<string>();
        if (limit.IsFair) properties.Add("IsFair = true");
        if (limit.ForEach.Count > 0)
            properties.Add($"ForEach = {CSharpText.Literal(string.Join("\n", limit.ForEach))}");
        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }

    public static string ScopeOf(LimitScope scope) => $"{RuntimeNames.BudgetScope}.{scope}";

    public static string SpanOf(long seconds) => seconds == 0
        ? $"{RuntimeNames.TimeSpan}.Zero"
        : $"{RuntimeNames.TimeSpan}.FromSeconds({seconds.ToString(CultureInfo.InvariantCulture)})";
}
