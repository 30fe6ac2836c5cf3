using System.Globalization;
using ApiGen.Benchmarks.Budgets;
using ApiGen.Benchmarks.Calls;
using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Generators;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;
using ApiGen.Benchmarks.Signing;

// One folder an area: to add one, add its class here.
IBenchmarkArea[] areas = [new SigningArea(), new JsonArea(), new CallArea(), new BudgetArea(), new GeneratorArea()];

// The table of runtime/README.md.
if (args is ["sizing"])
    return Sizing.Print();

// The other end of the area "call".
if (args is [ServerProcess.Command])
    return await AnswerServer.RunAsync();

// One process of the area "generator".
if (args is [ColdRows.Command, var endpoints])
    return ColdRows.Run(int.Parse(endpoints, CultureInfo.InvariantCulture));

return BenchmarkRun.Start(areas, args);
