using System.Globalization;
using System.Text.Json;
using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Reads WireMock.Net's <c>Response</c>.</summary>
internal static class NetResponseReader
{
    private const string FaultFix = "Faults are switched on with POST /__harness/quirks";

    private static readonly string[] Known =
    [
        "StatusCode", "Headers", "Body", "BodyAsJson", "BodyAsJsonIndented", "BodyAsBytes", "BodyAsBase64", "BodyAsFile", "BodyAsFileIsCached", "BodyDestination", "BodyEncoding",
        "Delay", "MinimumRandomDelay", "MaximumRandomDelay", "UseTransformer", "TransformerType", "TransformerReplaceNodeOptions",
    ];

    private static readonly string[] Bodies = ["BodyAsBytes", "BodyAsBase64", "Body", "BodyAsJson", "BodyAsFile"];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Fault"] = FaultFix,
        ["ProxyUrl"] = "Nothing is passed on to real hosts; record the reply and serve that",
        ["ProxyUrlReplaceSettings"] = "Leave it out",
        ["WebProxy"] = "Leave it out",
        ["X509Certificate2ThumbprintOrSubjectName"] = "Leave it out",
        ["HeadersRaw"] = "Write Headers",
        ["TrailingHeaders"] = "Write Headers",
        ["UseTransformerForBodyAsFile"] = "Put the template into Body",
        ["ProtoBufMessageType"] = "The portals speak JSON; leave it out",
        ["ProtoDefinition"] = "The portals speak JSON; leave it out",
        ["ProtoDefinitions"] = "The portals speak JSON; leave it out",
    };

    public static ResponseDefinition Read(ObjectReader reader, BodyFiles files)
    {
        reader.Allow(Known, Refused);
        bool isTemplate = reader.Flag("UseTransformer");
        if (isTemplate && reader.Text("TransformerType") is { } type && !type.Equals("Handlebars", StringComparison.OrdinalIgnoreCase))
        {
            reader.Problems.Add(reader.Find("TransformerType")!, $"there are no {type} templates here", "Write Handlebars");
        }

        return new ResponseDefinition
        {
            Status = ReadStatus(reader),
            Headers = HeaderLists.Read(reader.Child("Headers", "the headers")),
            Body = ReadBody(reader, files),
            Delay = ReadDelay(reader),
            IsTemplate = isTemplate,
            ConvertsValues = !string.Equals(reader.Text("TransformerReplaceNodeOptions"), "Evaluate", StringComparison.OrdinalIgnoreCase),
        };
    }

    // A number, or a number in quotes.
    private static int ReadStatus(ObjectReader reader)
    {
        if (reader.Find("StatusCode") is { Kind: JsonValueKind.String } text)
        {
            if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 200 and <= 599)
            {
                return status;
            }

            reader.Problems.Add(text, $"'{text.Text}' is no status code", "Write a number from 200 to 599");
            return 200;
        }

        return reader.Integer("StatusCode", 200, 599) ?? 200;
    }

    // In WireMock.Net's own order of precedence, except that a second body is a mistake rather than ignored.
    private static StubBody? ReadBody(ObjectReader reader, BodyFiles files)
    {
        string[] forms = [.. Bodies.Where(reader.Has)];
        if (forms.Length > 1)
        {
            reader.Problems.Add(reader.Find(forms[1])!, $"the response has both {forms[0]} and {forms[1]}", "Remove one of them");
        }

        return forms.FirstOrDefault() switch
        {
            "Body" => reader.Text("Body") is { } text ? StubBody.Of(text) : null,
            "BodyAsJson" => reader.Find("BodyAsJson")!.ToNode() is { } json ? StubBody.Of(json, reader.Flag("BodyAsJsonIndented")) : null,
            "BodyAsFile" => reader.Text("BodyAsFile") is { } file ? files.Read(reader.Find("BodyAsFile")!, file, reader.Problems) : null,
            { } bytes => Base64Bodies.Read(reader, bytes),
            null => null,
        };
    }

    private static StubDelay ReadDelay(ObjectReader reader)
    {
        if (reader.Integer("Delay", 0, StubDelay.MostMilliseconds) is { } delay and > 0)
        {
            return StubDelay.Fixed(delay);
        }

        int? least = reader.Integer("MinimumRandomDelay", 0, StubDelay.MostMilliseconds);
        int? most = reader.Integer("MaximumRandomDelay", 0, StubDelay.MostMilliseconds);
        return least is null && most is null ? default : StubDelay.Between(least ?? 0, most ?? 60_000);
    }
}
