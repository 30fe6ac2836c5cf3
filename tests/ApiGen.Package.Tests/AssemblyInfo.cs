using ApiGen.Package.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PackageFeed))]

// Each test is a build, which uses the whole machine.
[assembly: Parallelization(Mode = ParallelMode.None)]
