using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;

namespace Harness.Stubs.Templating;

/// <summary>Fills Handlebars templates. They see the request and the clock; files, partials and the environment are out of reach.</summary>
internal sealed class TemplateEngine
{
    private readonly IHandlebars _handlebars;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> _compiled = new(StringComparer.Ordinal);

    public TemplateEngine(TimeProvider clock)
    {
        var configuration = new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,

            // Bodies are JSON far more often than HTML.
            NoEscape = true,
            PartialTemplateResolver = new NoPartials(),
        };

        // WireMock.Net's helpers have dots in their names. The switch is marked for removal, but this version has no other way.
#pragma warning disable CS0618
        configuration.Compatibility.RelaxedHelperNaming = true;
#pragma warning restore CS0618
        configuration.FormatterProviders.Add(new TemplateValuesFormatter());
        _handlebars = Handlebars.Create(configuration);
        TemplateFunctions.AddTo(_handlebars, clock);
    }

    public static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <exception cref="HandlebarsException">The template is broken, or calls a helper that there is not.</exception>
    public string Fill(string template, object model) =>
        IsTemplate(template) ? _compiled.GetOrAdd(template, t => _handlebars.Compile(t))(model) : template;

    /// <summary>Fills every text of a document.</summary>
    /// <param name="convert">Whether a text that is all template becomes a number, a boolean or an object when it reads as one.</param>
    public JsonNode? Fill(JsonNode? document, object model, bool convert) => document switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(Fill(m.Key, model), Fill(m.Value, model, convert)))),
        JsonArray items => new JsonArray([.. items.Select(i => Fill(i, model, convert))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => FillText((string)value!, model, convert),
        _ => document?.DeepClone(),
    };

    private JsonNode? FillText(string template, object model, bool convert)
    {
        string filled = Fill(template, model);
        return convert && template.StartsWith("{{", StringComparison.Ordinal) && template.EndsWith("}}", StringComparison.Ordinal) && TryParse(filled, out JsonNode? value)
            ? value
            : JsonValue.Create(filled);
    }

    private static bool TryParse(string text, out JsonNode? value)
    {
        value = null;
        try
        {
            value = text.Length > 0 ? JsonNode.Parse(text) : null;
            return value is not null && value.GetValueKind() != JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
