using System.Text.Json.Nodes;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Writes mappings for WireMock.Net.</summary>
internal static class NetMappingWriter
{
    public static MappingDocument Write(StubMapping mapping)
    {
        var losses = new List<string>();
        JsonObject json = new JsonObject()
            .With("Guid", mapping.Id?.ToString())
            .With("Title", mapping.Title)
            .With("Description", mapping.Description)
            .With("Priority", mapping.Priority == 0 ? null : mapping.Priority);
        if (mapping.Scenario is { } scenario)
        {
            WriteScenario(json, scenario, losses);
        }

        json["Request"] = WriteRequest(mapping.Request, losses);
        json["Response"] = WriteResponse(mapping.Response);
        return new MappingDocument(json.With("Data", mapping.Metadata?.DeepClone()), losses);
    }

    private static void WriteScenario(JsonObject json, ScenarioStep scenario, List<string> losses)
    {
        if (scenario.RequiredState is null)
        {
            losses.Add("that the mapping answers in any state (WireMock.Net would take it for the first)");
        }

        if (scenario.NextState is null && scenario.RequiredState is null)
        {
            losses.Add("that the state stays");
        }

        // To stay is to lead to where one is.
        string? next = scenario.NextState ?? scenario.RequiredState;
        json["Scenario"] = scenario.Name;
        json.With("WhenStateIs", State(scenario.RequiredState)).With("SetStateTo", State(next));

        static JsonNode? State(string? state) => state is null or ScenarioStep.Start ? null : state;
    }

    private static JsonObject WriteRequest(RequestPattern request, List<string> losses)
    {
        if (request.Host is not null)
        {
            losses.Add("the host (put the mapping into the folder of its family)");
        }

        var json = new JsonObject();
        if (request.Url is { } url)
        {
            WriteUrl(json, url, losses);
        }

        return json
            .With("Methods", request.Methods.Count == 0 ? null : JsonMembers.List(request.Methods))
            .WithFlag("MethodsRejectOnMatch", request.RejectMethods && request.Methods.Count > 0)
            .With("Params", WriteNamed(request.Query, losses))
            .With("Headers", WriteNamed(request.Headers, losses))
            .With("Cookies", WriteNamed(request.Cookies, losses))
            .With("Body", request.Body switch
            {
                null => null,
                { Matchers: [var only] } => new JsonObject { ["Matcher"] = NetMatcherWriter.Write(only, losses) },
                { } several => NetMatcherWriter.WriteSet([], several, losses),
            });
    }

    private static void WriteUrl(JsonObject json, UrlPattern url, List<string> losses)
    {
        if (url.Part != UrlPart.PathAndQuery)
        {
            json[url.Part == UrlPart.Path ? "Path" : "Url"] = NetMatcherWriter.WriteTextOrSet(url.Matchers, losses);
            return;
        }

        Matcher[] absolute = [.. url.Matchers.Matchers.Select(m => Absolute(m, losses)).OfType<Matcher>()];
        json["Url"] = NetMatcherWriter.WriteSet([], new MatcherSet(absolute, url.Matchers.Operator), losses);
    }

    private static RegexMatcher? Absolute(Matcher matcher, List<string> losses)
    {
        switch (matcher)
        {
            case ExactMatcher exact:
                return new RegexMatcher { Patterns = [.. exact.Patterns.Select(p => NetMatcherWriter.AfterHost(NetMatcherWriter.Literal(p)))], IgnoreCase = exact.IgnoreCase, Reject = exact.Reject };
            case RegexMatcher regex:
                return regex with { Patterns = [.. regex.Patterns.Select(p => NetMatcherWriter.AfterHost(NetMatcherWriter.Group(regex.Whole ? p : $".*(?:{p}).*")))], Whole = false };
            default:
                losses.Add("the address");
                return null;
        }
    }

    private static JsonArray? WriteNamed(IReadOnlyList<NamedPattern> patterns, List<string> losses) => patterns.Count == 0 ? null : new JsonArray([.. patterns.Select(p =>
        NetMatcherWriter.WriteSet(new JsonObject { ["Name"] = p.Name }.WithFlag("IgnoreCase", p.IgnoreCase).WithFlag("RejectOnMatch", p.AcceptsAbsent), p.Matchers, losses))]);

    private static JsonObject WriteResponse(ResponseDefinition response)
    {
        JsonObject json = new JsonObject { ["StatusCode"] = response.Status }.With("Headers", JsonMembers.Headers(response.Headers));
        if (response.Body is { } body)
        {
            json.With("Body", body.Text)
                .With("BodyAsJson", body.Json?.DeepClone())
                .WithFlag("BodyAsJsonIndented", body.IsIndented)
                .With("BodyAsBytes", body.Bytes is { } bytes ? Convert.ToBase64String(bytes.Span) : null);
        }

        StubDelay delay = response.Delay;
        return json
            .With("Delay", delay.IsFixed && delay.Least > TimeSpan.Zero ? (int)delay.Least.TotalMilliseconds : null)
            .With("MinimumRandomDelay", delay.IsFixed ? null : (int)delay.Least.TotalMilliseconds)
            .With("MaximumRandomDelay", delay.IsFixed ? null : (int)delay.Most.TotalMilliseconds)
            .WithFlag("UseTransformer", response.IsTemplate)
            .With("TransformerType", response.IsTemplate ? "Handlebars" : null)
            .With("TransformerReplaceNodeOptions", response.IsTemplate && !response.ConvertsValues ? "Evaluate" : null);
    }
}
