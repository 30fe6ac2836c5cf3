using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a <c>pools:</c> mapping.</summary>
internal static class PoolBinder
{
    public static EquatableArray<PoolModel> Bind(YamlMapping? map, string? api, DiagnosticBag diagnostics)
    {
        var pools = new List<PoolModel>();
        foreach (YamlEntry entry in map?.Entries ?? [])
        {
            PoolModel? pool = BindOne(entry, diagnostics);
            if (pool is not null && IsNameAllowed(entry.Key, api, diagnostics)) pools.Add(pool);
        }

        return pools.ToEquatableArray();
    }

    private static PoolModel? BindOne(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping map)
        {
            diagnostics.Report(
                DiagnosticDescriptors.WrongShape, entry.Value.Span, entry.Key.Value, "a mapping of keys to values");
            return null;
        }

        var reader = new MapReader(map, "a pool", diagnostics);
        string? summary = reader.OptionalText("summary")?.Value;
        EquatableArray<LimitModel> limits =
            LimitBinder.Bind(reader.RequiredList("limits"), auth: null, diagnostics);
        reader.RejectUnknownKeys();
        return new PoolModel
        {
            Name = entry.Key.Value,
            Summary = summary,
            Limits = limits,
            LimitsText = RemarksText.DescribeLimits(limits),
        };
    }

    private static bool IsNameAllowed(YamlScalar key, string? api, DiagnosticBag diagnostics)
    {
        if (!NameCheck.IsTypeName(key, diagnostics)) return false;

        // No member has the name of its class, of which there is one a client.
        bool isTaken = CSharpNames.IsBudgetsMember(key.Value)
            || key.Value == $"{api}Budgets" || key.Value == $"{api}AppBudgets";
        if (isTaken) diagnostics.Report(DiagnosticDescriptors.NameTaken, key.Span, key.Value);
        return !isTaken;
    }
}
