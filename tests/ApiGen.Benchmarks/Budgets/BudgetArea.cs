using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>What a budget costs: in memory, for a million users, and on the disk.</summary>
internal sealed class BudgetArea : IBenchmarkArea
{
    public string Name => "budget";

    public IEnumerable<Row> Measure() =>
        MemoryRows.Measure().Concat(MillionUsers.Measure()).Concat(GroupRows.Measure());
}
