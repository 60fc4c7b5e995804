using System.Text.Json.Nodes;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Writes mappings for WireMock.</summary>
internal static class JavaMappingWriter
{
    public static MappingDocument Write(StubMapping mapping)
    {
        var losses = new List<string>();
        if (mapping.Description is not null)
        {
            losses.Add("the description");
        }

        JsonObject json = new JsonObject()
            .With("id", mapping.Id?.ToString())
            .With("name", mapping.Title)
            .With("priority", mapping.Priority == JavaMappingReader.UsualPriority ? null : mapping.Priority);
        if (mapping.Scenario is { } scenario)
        {
            json["scenarioName"] = scenario.Name;
            json.With("requiredScenarioState", scenario.RequiredState).With("newScenarioState", scenario.NextState);
        }

        json["request"] = JavaRequestWriter.Write(mapping.Request, losses);
        json["response"] = WriteResponse(mapping.Response, losses);
        return new MappingDocument(json.With("metadata", mapping.Metadata?.DeepClone()), losses);
    }

    private static JsonObject WriteResponse(ResponseDefinition response, List<string> losses)
    {
        if (response is { IsTemplate: true, ConvertsValues: false })
        {
            losses.Add("that filled templates stay texts");
        }

        JsonObject json = new JsonObject { ["status"] = response.Status }.With("headers", JsonMembers.Headers(response.Headers));
        if (response.Body is { } body)
        {
            json.With("body", body.Text)
                .With("jsonBody", body.Json?.DeepClone())
                .With("base64Body", body.Bytes is { } bytes ? Convert.ToBase64String(bytes.Span) : null);
        }

        StubDelay delay = response.Delay;
        return json
            .With("fixedDelayMilliseconds", delay.IsFixed && delay.Least > TimeSpan.Zero ? (int)delay.Least.TotalMilliseconds : null)
            .With("delayDistribution", delay.IsFixed ? null : new JsonObject
            {
                ["type"] = "uniform",
                ["lower"] = (int)delay.Least.TotalMilliseconds,
                ["upper"] = (int)delay.Most.TotalMilliseconds,
            })
            .With("transformers", response.IsTemplate ? JsonMembers.List(["response-template"]) : null);
    }
}
