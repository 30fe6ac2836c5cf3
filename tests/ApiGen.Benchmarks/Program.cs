using ApiGen.Benchmarks.Budgets;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;
using ApiGen.Benchmarks.Signing;

// One folder an area: to add one, add its class here.
IBenchmarkArea[] areas = [new SigningArea(), new JsonArea(), new BudgetArea()];

// The table of runtime/README.md.
if (args is ["sizing"])
    return Sizing.Print();

return BenchmarkRun.Start(areas, args);
