using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Harness.Drift.Inference;

namespace Harness.Benchmarks;

/// <summary>How fast answers turn into shapes; divide the document's bytes by the time: 100 MB/s is the floor.</summary>
[MemoryDiagnoser]
public class InferenceBenchmarks
{
    private byte[] _document = [];
    private Shape _shape = Shape.Empty;

    /// <summary>5 items are about 2 KB, 500 about 210 KB.</summary>
    [Params(5, 500)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Write()
    {
        IEnumerable<string> items = Enumerable.Range(0, Items).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"id":"5f0d1c52-0000-4000-8000-{{{i:000000000000}}}","displayName":"Device number {{{i}}} of the make-believe tenant","severity":"{{{(i % 3 == 0 ? "High" : "Low")}}}",
            "createdDateTime":"2026-05-0{{{(i % 9) + 1}}}T08:00:00Z","isManaged":{{{(i % 2 == 0 ? "true" : "false")}}},"score":{{{i}}}.5,"count":{{{i}}},"owner":null,
            "tags":["blue","green"],"address":{"street":"Some street {{{i}}}","city":"Nowhere","geo":{"latitude":47.6,"longitude":-122.3} } }
            """));
        _document = Encoding.UTF8.GetBytes($$"""{"@odata.context":"https://portal.example/$metadata#devices","value":[{{string.Join(',', items)}}]}""");
        _shape = ShapeReader.Read(_document);
        Console.WriteLine($"document of {_document.Length} bytes");
    }

    [Benchmark]
    public long Read() => ShapeReader.Read(_document).Documents;

    [Benchmark]
    public long Merge() => Shape.Merge(_shape, _shape).Documents;
}
