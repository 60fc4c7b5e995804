using System.Text.Json;
using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Reads WireMock's <c>response</c>.</summary>
internal static class JavaResponseReader
{
    private static readonly string[] Bodies = ["body", "jsonBody", "base64Body", "bodyFileName"];

    // The status message has no place in HTTP/2 and is chosen by the server in HTTP/1.
    private static readonly string[] Known = [.. Bodies, "status", "statusMessage", "headers", "fixedDelayMilliseconds", "delayDistribution", "transformers", "fromConfiguredStub"];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["fault"] = "Faults are switched on with POST /__harness/quirks",
        ["chunkedDribbleDelay"] = "Write fixedDelayMilliseconds",
        ["transformerParameters"] = "Leave them out; templates see the request alone",
        ["proxyBaseUrl"] = "Nothing is passed on to real hosts; record the reply and serve that",
        ["proxyUrlPrefixToRemove"] = "Leave it out",
        ["additionalProxyRequestHeaders"] = "Leave it out",
        ["removeProxyRequestHeaders"] = "Leave it out",
    };

    public static ResponseDefinition Read(ObjectReader reader, BodyFiles files)
    {
        reader.Allow(Known, Refused);
        return new ResponseDefinition
        {
            Status = reader.Integer("status", 200, 599) ?? 200,
            Headers = HeaderLists.Read(reader.Child("headers", "the headers")),
            Body = ReadBody(reader, files),
            Delay = ReadDelay(reader),
            IsTemplate = ReadTransformers(reader),
        };
    }

    private static StubBody? ReadBody(ObjectReader reader, BodyFiles files)
    {
        string[] forms = [.. Bodies.Where(reader.Has)];
        if (forms.Length > 1)
        {
            reader.Problems.Add(reader.Find(forms[1])!, $"the response has both {forms[0]} and {forms[1]}", "Remove one of them");
        }

        return forms.FirstOrDefault() switch
        {
            "body" => reader.Text("body") is { } text ? StubBody.Of(text) : null,
            "jsonBody" => reader.Find("jsonBody")!.ToNode() is { } json ? StubBody.Of(json) : null,
            "bodyFileName" => reader.Text("bodyFileName") is { } file ? files.Read(reader.Find("bodyFileName")!, file, reader.Problems) : null,
            { } bytes => Base64Bodies.Read(reader, bytes),
            null => null,
        };
    }

    private static bool ReadTransformers(ObjectReader reader)
    {
        bool isTemplate = false;
        foreach (LocatedJson transformer in reader.Items("transformers"))
        {
            isTemplate |= transformer.Text == "response-template";
            if (transformer is not { Kind: JsonValueKind.String, Text: "response-template" })
            {
                reader.Problems.Add(transformer, $"there is no transformer {transformer.Describe()} here", "Write \"response-template\", or leave it out");
            }
        }

        return isTemplate;
    }

    private static StubDelay ReadDelay(ObjectReader reader)
    {
        if (reader.Integer("fixedDelayMilliseconds", 0, StubDelay.MostMilliseconds) is { } fixedDelay)
        {
            return StubDelay.Fixed(fixedDelay);
        }

        if (reader.Child("delayDistribution", "the delay distribution") is not { } distribution)
        {
            return default;
        }

        switch (distribution.Text("type"))
        {
            case "uniform":
                return StubDelay.Between(distribution.Integer("lower", 0, StubDelay.MostMilliseconds) ?? 0, distribution.Integer("upper", 0, StubDelay.MostMilliseconds) ?? 0);
            case "fixed":
                return StubDelay.Fixed(distribution.Integer("milliseconds", 0, StubDelay.MostMilliseconds) ?? 0);
            default:
                reader.Problems.Add(distribution.Node, "only fixed and uniform delays can be served", "Write {\"type\": \"uniform\", \"lower\": 10, \"upper\": 50}");
                return default;
        }
    }
}
