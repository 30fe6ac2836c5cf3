using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Calls;

/// <summary>The whole call: signed, budgeted, sent and read; in memory, and over real connections.</summary>
internal sealed class CallArea : IBenchmarkArea
{
    public string Name => "call";

    public IEnumerable<Row> Measure()
    {
        using var memory = new MemoryRows();
        foreach (Row row in memory.Measure()) yield return row;
        foreach (Row row in LoopbackRows.MeasureAsync().ToBlockingEnumerable()) yield return row;
    }
}
