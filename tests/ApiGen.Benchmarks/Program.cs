using System.Globalization;
using ApiGen.Benchmarks.Budgets;
using ApiGen.Benchmarks.Calls;
using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Deep;
using ApiGen.Benchmarks.Generators;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;
using ApiGen.Benchmarks.Native;
using ApiGen.Benchmarks.Signing;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

// One folder an area: to add one, add its class here.
IBenchmarkArea[] areas = [new SigningArea(), new JsonArea(), new CallArea(), new BudgetArea(), new GeneratorArea()];

// The table of runtime/README.md.
if (args is ["sizing"])
    return Sizing.Print();

// How the generator's costs grow.
if (args is [Scaling.Command])
    return Scaling.Print();

// Publishes two programs as native code, which takes longer than an area may.
if (args is [NativeRows.Command])
    return BenchmarkRun.Print(NativeRows.MeasureAsync().ToBlockingEnumerable());

// The subjects under BenchmarkDotNet, with its own options.
if (args is ["deep", ..])
{
    IConfig config = DefaultConfig.Instance
        .WithArtifactsPath("artifacts/benchmarks")
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(48));
    BenchmarkSwitcher.FromAssembly(typeof(SubjectBenchmarks).Assembly).Run(args[1..], config);
    return 0;
}

// The other end of the area "call".
if (args is [ServerProcess.Command])
    return await AnswerServer.RunAsync();

// One process of the area "generator".
if (args is [ColdRows.Command, var endpoints])
    return ColdRows.Run(int.Parse(endpoints, CultureInfo.InvariantCulture));

return BenchmarkRun.Start(areas, args);
