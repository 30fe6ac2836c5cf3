using ApiGen.Benchmarks.Budgets;
using ApiGen.Benchmarks.Calls;
using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;
using ApiGen.Benchmarks.Signing;

// One folder an area: to add one, add its class here.
IBenchmarkArea[] areas = [new SigningArea(), new JsonArea(), new CallArea(), new BudgetArea()];

// The table of runtime/README.md.
if (args is ["sizing"])
    return Sizing.Print();

// The other end of the area "call".
if (args is [ServerProcess.Command])
    return await AnswerServer.RunAsync();

return BenchmarkRun.Start(areas, args);
