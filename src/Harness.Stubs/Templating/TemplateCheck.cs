using System.Text.Json;
using HandlebarsDotNet;
using Harness.Stubs.Json;
using Harness.Stubs.Mappings;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Templating;

/// <summary>Finds broken templates while they are read, by filling each with an empty call.</summary>
internal static class TemplateCheck
{
    private static readonly Dictionary<string, object?> Nobody = TemplateModel.Of(new StubCall(new NoRequest()));

    public static void Check(StubMapping mapping, LocatedJson node, MappingProblems problems)
    {
        if (mapping.Response.IsTemplate && node.Find("Response", StringComparison.OrdinalIgnoreCase) is { } response)
        {
            CheckTexts(new TemplateEngine(TimeProvider.System), response, problems);
        }
    }

    // Every text of the response, where it stands; those that are no templates pass.
    private static void CheckTexts(TemplateEngine engine, LocatedJson node, MappingProblems problems)
    {
        foreach (LocatedJson inner in node.Items.Concat(node.Members.Select(m => m.Value)))
        {
            CheckTexts(engine, inner, problems);
        }

        if (node.Kind != JsonValueKind.String)
        {
            return;
        }

        try
        {
            _ = engine.Fill(node.Text, Nobody);
        }
        catch (HandlebarsException exception)
        {
            problems.Add(node, $"the template cannot be filled: {exception.Message.Split('\n')[0].TrimEnd('.', '\r')}", "Correct it; templates have request, now and jsonPath");
        }
    }

    private sealed class NoRequest : IStubRequest
    {
        public string Method => "GET";

        public string Scheme => "https";

        public string Host => "localhost";

        public string RawPath => "/";

        public string QueryString => "";

        public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Headers => [];

        public ReadOnlyMemory<byte> Body => default;

        public IReadOnlyList<string> Header(string name) => [];
    }
}
