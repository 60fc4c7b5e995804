using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>A recording full of secrets, with a list of what is where.</summary>
/// <param name="Kept">Entries in which everything must survive, with the class that each stands for.</param>
/// <param name="Links">Entries that name the same thing, in whatever spelling.</param>
internal sealed record PlantedHar(IReadOnlyList<JsonObject> Entries, IReadOnlyList<Plant> Plants, IReadOnlyDictionary<int, string> Kept, IReadOnlyList<Link> Links)
{
    public byte[] ToBytes() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["log"] = new JsonObject
        {
            ["version"] = "1.2",
            ["creator"] = new JsonObject { ["name"] = "planter", ["version"] = "1" },
            ["entries"] = new JsonArray([.. Entries.Select(e => e.DeepClone())]),
        },
    });
}
