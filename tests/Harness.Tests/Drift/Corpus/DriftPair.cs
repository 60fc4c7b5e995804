using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Corpus;

/// <summary>One family's contract at two moments of its real history, and what of the difference a run can see.</summary>
internal sealed class DriftPair
{
    private static readonly HashSet<string> Seen = ["always", "array-element"];

    private readonly string _folder;

    private DriftPair(string folder)
    {
        _folder = folder;
        Before = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true, Imports = [BeforeFolder] });
        Expected =
        [
            .. ((JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!).OfType<JsonObject>()
                .Where(e => (string?)e["method"] == "GET" && Seen.Contains((string)e["mode"]!))
                .Select(e => new SeenEdit((string)e["path"]!, (string)e["kind"]!, InstancePointer.Of((string?)e["instance"]), (int?)e["expectStatus"])),
        ];
    }

    public string BeforeFolder => Path.Combine(_folder, "before");

    public string AfterFolder => Path.Combine(_folder, "after");

    public CompiledContracts Before { get; }

    /// <summary>What a runner that only reads must find.</summary>
    public IReadOnlyList<SeenEdit> Expected { get; }

    /// <summary>One number that stands for all where this machine has no pair.</summary>
    public static IEnumerable<string> Numbers =>
        SharedSpecs.DriftFolder is { } folder ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal) : ["none"];

    public static DriftPair Require(string number)
    {
        if (SharedSpecs.DriftFolder is not { } folder)
        {
            Assert.Ignore("The pairs of contracts are not on this machine: set HARNESS_SPECS to a folder that holds drift/.");
            throw new InvalidOperationException();
        }

        return new DriftPair(Path.Combine(folder, number));
    }
}
