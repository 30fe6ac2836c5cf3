using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>What a budget costs: in memory, for a million users, on the disk, and in Redis.</summary>
internal sealed class BudgetArea : IBenchmarkArea
{
    public string Name => "budget";

    public IEnumerable<Row> Measure() =>
        MemoryRows.Measure().Concat(MillionUsers.Measure()).Concat(GroupRows.Measure())
            .Concat(RedisRows.Measure());
}
