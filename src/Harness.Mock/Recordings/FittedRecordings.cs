using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Mock.Synthesis;
using Harness.Stubs;
using Harness.Stubs.Mappings;
using Harness.Stubs.Recordings;

namespace Harness.Mock.Recordings;

/// <summary>Recordings as they play back in one tenant on one day: ids are the seeded world's, dates lie near the clock.</summary>
internal sealed record FittedRecordings(SynthesisDay Day, StubMappingStore Store)
{
    public static FittedRecordings Fit(StubMappingStore recordings, SynthesisDay day, Substitutes substitutes)
    {
        var store = new StubMappingStore();
        foreach (StoredStub stub in recordings.All)
        {
            store.Add(Fit(stub, day, substitutes), stub.Family);
        }

        return new FittedRecordings(day, store);
    }

    private static StubMapping Fit(StoredStub stub, SynthesisDay day, Substitutes substitutes)
    {
        int days = Provenance.Of(stub.Mapping) is { } from ? day.Date.DayNumber - DateOnly.FromDateTime(from.RecordedAt.UtcDateTime).DayNumber : 0;
        if (stub.Mapping.Response.Body?.Bytes is not null)
        {
            return stub.Mapping with { Id = stub.Id };
        }

        JsonObject document = StubMappingWriter.Write(stub.Mapping, StubDialect.WireMockNet).Json;
        JsonNode fitted = Fit(document, text => DateShift.Apply(substitutes.Apply(text), days));
        var problems = new List<ContractProblem>();
        IReadOnlyList<StubMapping> read = StubMappingReader.Read(fitted.ToJsonString(), stub.Mapping.Name, StubDialect.WireMockNet, problems);
        return read is [var mapping]
            ? mapping with { Id = stub.Id, Source = stub.Mapping.Source, Metadata = stub.Mapping.Metadata }
            : throw new InvalidOperationException($"The recording {stub.Mapping.Source} cannot be read back: {string.Join(" ", problems)}");
    }

    // Keys too: some portals answer with maps from id to thing.
    private static JsonNode Fit(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject json => new JsonObject(json.Select(p => KeyValuePair.Create(change(p.Key), p.Value is null ? null : Fit(p.Value, change))).DistinctBy(p => p.Key)),
        JsonArray array => new JsonArray([.. array.Select(item => item is null ? null : Fit(item, change))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(change(value.GetValue<string>())),
        null => throw new InvalidOperationException("A null is left as it is by its parent."),
        _ => node.DeepClone(),
    };
}
