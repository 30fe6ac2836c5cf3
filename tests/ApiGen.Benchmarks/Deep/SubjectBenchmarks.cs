using ApiGen.Benchmarks.Calls;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;
using ApiGen.Benchmarks.Signing;
using BenchmarkDotNet.Attributes;

namespace ApiGen.Benchmarks.Deep;

/// <summary>The subjects of the races under BenchmarkDotNet, for absolute times and collections.</summary>
[InProcess]
[MemoryDiagnoser]
public class SubjectBenchmarks
{
    private static readonly MemoryRows Calls = new();

    private static readonly Subject[] All = [.. SigningArea.Subjects(), .. JsonArea.Subjects(), .. Calls.Subjects()];

    private Action _run = () => { };

    /// <summary>The names of the subjects.</summary>
    public static IEnumerable<string> Names => All.Select(subject => subject.Name);

    /// <summary>Which of them runs.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>Finds the subject.</summary>
    [GlobalSetup]
    public void Find() => _run = All.Single(subject => subject.Name == Name).Run;

    /// <summary>Runs it once.</summary>
    [Benchmark]
    public void Run() => _run();
}
