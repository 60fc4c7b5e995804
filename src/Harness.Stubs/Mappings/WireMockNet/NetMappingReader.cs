using Harness.Contracts;
using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Reads a mapping in WireMock.Net's dialect.</summary>
internal static class NetMappingReader
{
    private static readonly string[] Known =
    [
        "Guid", "UpdatedAt", "Title", "Description", "Priority", "Scenario", "WhenStateIs", "SetStateTo", "Request", "Response", "SaveToFile", "Data", "$schema",
    ];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TimeSettings"] = "Leave it out; add and remove the mapping instead",
        ["Probability"] = "Leave it out; POST /__harness/quirks switches faults on by chance",
        ["Webhook"] = "The mock calls nobody; leave it out",
        ["Webhooks"] = "The mock calls nobody; leave it out",
        ["UseWebhooksFireAndForget"] = "The mock calls nobody; leave it out",
        ["ProtoDefinition"] = "The portals speak JSON; leave it out",
        ["ProtoDefinitions"] = "The portals speak JSON; leave it out",
    };

    public static StubMapping? Read(ObjectReader reader, BodyFiles files)
    {
        reader.Allow(Known, Refused);
        ObjectReader? request = reader.Child("Request", "the request");
        ObjectReader? response = reader.Child("Response", "the response");
        if (!reader.Has("Request") || !reader.Has("Response"))
        {
            reader.Problems.Add(reader.Node, $"a mapping has no {(reader.Has("Request") ? "Response" : "Request")}", "Add it; {} is enough to match any call, or to answer an empty 200");
        }

        return request is null || response is null ? null : new StubMapping
        {
            Id = ReadGuid(reader, "Guid"),
            Title = reader.Text("Title"),
            Description = reader.Text("Description"),
            Priority = reader.Integer("Priority", int.MinValue, int.MaxValue) ?? 0,
            Scenario = ReadScenario(reader),
            Metadata = reader.Find("Data")?.ToNode(),
            Request = NetRequestReader.Read(request),
            Response = NetResponseReader.Read(response, files),
            Source = new SourceLocation(reader.Problems.File, reader.Node.Line),
        };
    }

    public static Guid? ReadGuid(ObjectReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, out Guid guid))
        {
            return guid;
        }

        reader.Problems.Add(reader.Find(name)!, $"'{text}' is no GUID", "Write 8-4-4-4-12 hexadecimal digits, or leave it out");
        return null;
    }

    // In WireMock.Net a step without WhenStateIs is the first, and one without SetStateTo leads back to it.
    private static ScenarioStep? ReadScenario(ObjectReader reader)
    {
        if (reader.Text("Scenario") is { Length: > 0 } name)
        {
            return new ScenarioStep(name, NotEmpty("WhenStateIs") ?? ScenarioStep.Start, NotEmpty("SetStateTo") ?? ScenarioStep.Start);
        }

        if ((reader.Find("WhenStateIs") ?? reader.Find("SetStateTo")) is { } state)
        {
            reader.Problems.Add(state, "a state without a scenario does nothing", "Add \"Scenario\": \"...\"");
        }

        return null;

        string? NotEmpty(string member) => reader.Text(member) is { Length: > 0 } text ? text : null;
    }
}
