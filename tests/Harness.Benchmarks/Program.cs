using BenchmarkDotNet.Running;
using Harness.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(RoutingBenchmarks).Assembly).Run(args);
return 0;
