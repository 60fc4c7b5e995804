using BenchmarkDotNet.Attributes;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Benchmarks;

/// <summary>Whether finding an operation costs the same among ten as among all that the portals have.</summary>
[MemoryDiagnoser]
public class RoutingBenchmarks
{
    private const string Host = "portal.example.com";
    private const string Literal = "/apiproxy/area0/service0/list0";
    private const string Parameterized = "/apiproxy/area1/service1/5f0d1c52-0000-4000-8000-00000000abcd/detail1";
    private const string Pattern = "/apiproxy/area2/Function2(Id='7',Start=%201)";

    private Operation[] _operations = [];
    private OperationTable _table = OperationTable.Compile([]);

    [Params(10, 1941)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _operations = [.. Enumerable.Range(0, Operations).Select(i => new Operation
        {
            Family = "portal",
            Method = "GET",
            Hosts = [Host, "second.example.com"],
            Path = (i % 3) switch
            {
                0 => $"/apiproxy/area{i % 40}/service{i % 400}/list{i}",
                1 => $"/apiproxy/area{i % 40}/service{i % 400}/{{id}}/detail{i}",
                _ => $"/apiproxy/area{i % 40}/Function{i}(Id='{{id}}',Start={{start}})",
            },
        })];
        _table = OperationTable.Compile(_operations);
        RouteOutcome[] outcomes = [FoundLiteral(), FoundParameter(), FoundPattern(), NotFound(), WrongMethod()];
        if (!outcomes.SequenceEqual(
            [RouteOutcome.Found, RouteOutcome.Found, RouteOutcome.Found, RouteOutcome.NoSuchOperation, RouteOutcome.MethodNotAllowed]))
        {
            throw new InvalidOperationException(string.Join(", ", outcomes));
        }
    }

    [Benchmark(Baseline = true)]
    public RouteOutcome FoundLiteral() => _table.Match(Host, "GET", Literal).Outcome;

    [Benchmark]
    public RouteOutcome FoundParameter() => _table.Match(Host, "GET", Parameterized).Outcome;

    [Benchmark]
    public RouteOutcome FoundPattern() => _table.Match(Host, "GET", Pattern).Outcome;

    [Benchmark]
    public RouteOutcome NotFound() => _table.Match(Host, "GET", "/apiproxy/area0/service0/nothing/here").Outcome;

    [Benchmark]
    public RouteOutcome WrongMethod() => _table.Match(Host, "PATCH", Literal).Outcome;

    [Benchmark]
    public int NearMiss() => NearMisses.Find(_table, Host, "GET", "/apiproxy/area0/service0/lst0").Count;

    [Benchmark]
    public int CompileTable() => OperationTable.Compile(_operations).Operations.Count;
}
