using Harness.Contracts;
using Harness.Stubs.Json;
using Harness.Stubs.Mappings.WireMockNet;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Reads a mapping in WireMock's own dialect.</summary>
internal static class JavaMappingReader
{
    public const int UsualPriority = 5;

    private static readonly string[] Known =
    [
        "id", "uuid", "name", "priority", "persistent", "insertionIndex", "scenarioName", "requiredScenarioState", "newScenarioState", "metadata", "request", "response", "$schema",
    ];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["postServeActions"] = "The mock calls nobody; leave it out",
        ["serveEventListeners"] = "The mock calls nobody; leave it out",
    };

    public static StubMapping? Read(ObjectReader reader, BodyFiles files)
    {
        reader.Allow(Known, Refused);
        ObjectReader? request = reader.Child("request", "the request");
        ObjectReader? response = reader.Child("response", "the response");
        if (!reader.Has("request") || !reader.Has("response"))
        {
            reader.Problems.Add(reader.Node, $"a mapping has no {(reader.Has("request") ? "response" : "request")}", "Add it; {} is enough to match any call, or to answer an empty 200");
        }

        return request is null || response is null ? null : new StubMapping
        {
            Id = NetMappingReader.ReadGuid(reader, reader.Has("id") ? "id" : "uuid"),
            Title = reader.Text("name"),
            Priority = reader.Integer("priority", int.MinValue, int.MaxValue) ?? UsualPriority,
            Scenario = ReadScenario(reader),
            Metadata = reader.Find("metadata")?.ToNode(),
            Request = JavaRequestReader.Read(request),
            Response = JavaResponseReader.Read(response, files),
            Source = new SourceLocation(reader.Problems.File, reader.Node.Line),
        };
    }

    private static ScenarioStep? ReadScenario(ObjectReader reader)
    {
        if (reader.Text("scenarioName") is { Length: > 0 } name)
        {
            return new ScenarioStep(name, reader.Text("requiredScenarioState"), reader.Text("newScenarioState"));
        }

        if ((reader.Find("requiredScenarioState") ?? reader.Find("newScenarioState")) is { } state)
        {
            reader.Problems.Add(state, "a state without a scenario does nothing", "Add \"scenarioName\": \"...\"");
        }

        return null;
    }
}
