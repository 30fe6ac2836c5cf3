using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Signing;

// One folder an area: to add one, add its class here.
IBenchmarkArea[] areas = [new SigningArea()];

return BenchmarkRun.Start(areas, args);
