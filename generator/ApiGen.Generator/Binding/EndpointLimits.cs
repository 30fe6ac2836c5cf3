using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>What calls of an endpoint draw on: limits of its own and pools, and how much of each.</summary>
internal sealed class EndpointLimits
{
    public required EquatableArray<LimitModel> Own { get; init; }

    public required EquatableArray<string> Pools { get; init; }

    public required int Cost { get; init; }

    public static EndpointLimits Bind(
        MapReader reader,
        AuthMode? auth,
        IReadOnlyList<BoundParameter> parameters,
        DiagnosticBag diagnostics,
        MentionList mentions)
    {
        EquatableArray<LimitModel> own =
            LimitBinder.Bind(reader.OptionalList("limits"), auth, parameters, diagnostics);
        List<YamlScalar> pools = BindPools(reader, diagnostics);
        EquatableArray<string> counted = parameters
            .Select(parameter => parameter.Model)
            .Where(parameter => parameter.HasOneValue)
            .Select(parameter => parameter.Name)
            .ToEquatableArray();
        foreach (YamlScalar pool in pools) mentions.AddPoolUse(pool, counted);
        int? cost = BindCost(reader);
        if (cost is not null)
        {
            SourceSpan place = reader.SpanOf("cost");
            foreach (YamlScalar pool in pools) mentions.Add(MentionKind.CostsPool, pool.Value, place, cost.Value);
            if (own.FirstOrDefault(limit => limit.Count < cost) is { } low)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.CostAboveLimit,
                    place,
                    cost.Value.ToString(CultureInfo.InvariantCulture),
                    $"the limit of {RemarksText.DescribeLimits(low)}");
            }
        }

        return new EndpointLimits
        {
            Own = own,
            Pools = pools.Select(pool => pool.Value).ToEquatableArray(),
            Cost = cost ?? 1,
        };
    }

    private static List<YamlScalar> BindPools(MapReader reader, DiagnosticBag diagnostics)
    {
        var pools = new List<YamlScalar>();
        foreach (YamlScalar pool in reader.OptionalTexts("pools"))
        {
            if (pools.Any(other => other.Value == pool.Value))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.LimitTwice, pool.Span, "The endpoint", $"the pool {pool.Value}");
                continue;
            }

            pools.Add(pool);
        }

        return pools;
    }

    private static int? BindCost(MapReader reader)
    {
        if (!IsLeftOut(reader.Optional("limits")) || !IsLeftOut(reader.Optional("pools")))
            return reader.OptionalInt("cost", 1, int.MaxValue);
        reader.Refuse("cost", "the endpoint has neither limits nor pools to take it from");
        return null;
    }

    private static bool IsLeftOut(YamlNode? list) => list is null or YamlSequence { Items.Count: 0 };
}
