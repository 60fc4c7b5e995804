using System.Globalization;
using BenchmarkDotNet.Running;
using Harness.Benchmarks.Drift;
using Harness.Benchmarks.Load;

if (args is ["bare", var port])
{
    await BareServer.Run(int.Parse(port, CultureInfo.InvariantCulture));
    return;
}

if (args is ["probes", var specs, var rounds])
{
    await ProbeRate.Run(specs, int.Parse(rounds, CultureInfo.InvariantCulture));
    return;
}

if (args is ["sanitize-file", var size])
{
    Harness.Benchmarks.SanitizingFile.Run(int.Parse(size, CultureInfo.InvariantCulture));
    return;
}

if (args is ["har", var megabytes, var file])
{
    Harness.Benchmarks.SanitizingFile.Write(file, int.Parse(megabytes, CultureInfo.InvariantCulture));
    return;
}

if (args is ["sanitize", ..])
{
    Harness.Benchmarks.Sanitizing.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20);
    return;
}

if (args is ["mutations", ..])
{
    MutationBenchmark.Run(args[1..]);
    return;
}

if (args is ["nights", ..])
{
    NightsBenchmark.Run(args[1..]);
    return;
}

if (args is ["inference"])
{
    InferenceRate.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(BareServer).Assembly).Run(args);
