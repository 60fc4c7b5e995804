using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Harness.Tests.Drift.Inference;

/// <summary>Made-up JSON documents with few names, so that documents overlap as the answers of one endpoint do.</summary>
internal static class JsonDocuments
{
    private static readonly string[] Names = ["id", "value", "kind", "type", "@odata.type", "state", "count", "11111111-2222-3333-4444-555555555555", "nested"];

    private static readonly string[] Texts =
    [
        "High", "Low", "#microsoft.graph.user", "11111111-2222-3333-4444-555555555555", "2026-01-02T03:04:05Z", "some prose with spaces", "", "42", "true", "/Date(1700000000000)/",
    ];

    public static Gen<string> Any { get; } = Node(3).Select(n => n?.ToJsonString() ?? "null");

    public static Arbitrary<string> Arbitrary { get; } = Any.ToArbitrary();

    public static Arbitrary<string[]> Several { get; } = Any.ArrayOf().Select(a => a.Take(6).ToArray()).ToArbitrary();

    private static Gen<JsonNode?> Node(int depth)
    {
        Gen<JsonNode?> leaf = Gen.OneOf(
            Gen.Constant<JsonNode?>(null),
            Gen.Elements(true, false).Select(b => (JsonNode?)JsonValue.Create(b)),
            Gen.Elements(0L, 7L, 1_700_000_000L, 1_700_000_000_000L).Select(n => (JsonNode?)JsonValue.Create(n)),
            Gen.Constant(1.5).Select(n => (JsonNode?)JsonValue.Create(n)),
            Gen.Elements(Texts).Select(t => (JsonNode?)JsonValue.Create(t)));
        if (depth == 0)
        {
            return leaf;
        }

        Gen<JsonNode?> child = Node(depth - 1);
        Gen<JsonNode?> list = child.ArrayOf(4).Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]));
        Gen<JsonNode?> member = Gen.Zip(Gen.SubListOf(Names), child.ArrayOf(Names.Length), (names, values) =>
            (JsonNode?)new JsonObject(names.Distinct(StringComparer.Ordinal).Select((n, i) => KeyValuePair.Create(n, values[i]?.DeepClone()))));
        return Gen.Frequency((2, leaf), (2, list), (5, member));
    }
}
