using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Calls;

/// <summary>The whole call: signed, budgeted, sent and read; in memory, and over real connections.</summary>
internal sealed class CallArea : IBenchmarkArea
{
    public string Name => "call";

    public IEnumerable<Row> Measure() => [.. MemoryRows.Measure(), .. LoopbackRows.MeasureAsync().ToBlockingEnumerable()];
}
