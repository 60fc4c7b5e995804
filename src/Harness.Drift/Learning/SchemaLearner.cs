using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Schemas;
using Harness.Contracts.Yaml;
using Harness.Drift.Inference;

namespace Harness.Drift.Learning;

/// <summary>Learns the schema of an answer from answers, and holds each of them against it before anybody sees it.</summary>
public static class SchemaLearner
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 512 };

    /// <summary>Null when no schema can say it.</summary>
    /// <exception cref="JsonException">One of them is no JSON.</exception>
    public static LearnedSchema? Learn(IReadOnlyCollection<ReadOnlyMemory<byte>> documents)
    {
        ShapeNode root = Shape.MergeAll(documents.Select(d => ShapeReader.Read(d.Span))).Root;
        var trust = new Dictionary<ShapeNode, SchemaTrust>(ReferenceEqualityComparer.Instance);
        JsonDocument[] parsed = [.. documents.Select(d => JsonDocument.Parse(d, Depth))];
        try
        {
            while (true)
            {
                JsonObject json = new ShapeSchema(trust).Of(root);
                if (Compile(json) is not { } schema)
                {
                    return null;
                }

                // A date may look like one and be the 31st of February: what its own documents break is taken back.
                string[] broken = [.. parsed.SelectMany(d => SchemaValidator.Validate(schema, d.RootElement)).Select(v => v.Pointer).Distinct(StringComparer.Ordinal)];
                if (broken.Length == 0)
                {
                    return new LearnedSchema(json, schema);
                }

                foreach (ShapeNode node in broken.Select(p => ShapePointer.Find(root, p)).Distinct())
                {
                    Doubt(trust, node, root);
                }
            }
        }
        finally
        {
            Array.ForEach(parsed, d => d.Dispose());
        }
    }

    // Every call takes some trust away, so the learning ends: in a schema that takes anything at the worst.
    private static void Doubt(Dictionary<ShapeNode, SchemaTrust> trust, ShapeNode node, ShapeNode root)
    {
        SchemaTrust before = trust.GetValueOrDefault(node, SchemaTrust.Everything);
        ShapeNode doubted = before == SchemaTrust.Nothing ? root : node;
        trust[doubted] = before == SchemaTrust.Everything ? SchemaTrust.Structure : SchemaTrust.Nothing;
    }

    // By way of the text that is going to stand in the contract.
    private static Schema? Compile(JsonObject json)
    {
        const string name = "learned.yml";
        var problems = new List<ContractProblem>();
        Schema? schema = YamlReader.Read(new StringReader(YamlWriter.Write(json)), name, problems) is { } node ? InlineSchemas.Compile(node, name, problems) : null;
        return problems.Count == 0 ? schema : null;
    }
}
