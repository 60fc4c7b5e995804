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
        _document = InferenceDocuments.Devices(Items);
        _shape = ShapeReader.Read(_document);
        Console.WriteLine($"document of {_document.Length} bytes");
    }

    [Benchmark]
    public long Read() => ShapeReader.Read(_document).Documents;

    [Benchmark]
    public long Merge() => Shape.Merge(_shape, _shape).Documents;
}
