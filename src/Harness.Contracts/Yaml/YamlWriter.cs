using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Contracts.Yaml;

/// <summary>Writes JSON as the YAML that our contracts are written in: members in their order, what is short on one line.</summary>
public static class YamlWriter
{
    private const int ShortEnough = 100;

    // YAML 1.1 readers, of which there are many, take these for booleans.
    private static readonly HashSet<string> OldBooleans = new(StringComparer.OrdinalIgnoreCase) { "yes", "no", "on", "off", "y", "n" };

    public static string Write(JsonNode document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithNewLine("\n").WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Node(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Node(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, IsShort(json) ? MappingStyle.Flow : MappingStyle.Block));
                foreach ((string name, JsonNode? value) in json)
                {
                    Text(emitter, name);
                    Node(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, IsList(items) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (JsonNode? item in items)
                {
                    Node(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Text(emitter, value.GetValue<string>());
                break;
            default:
                Scalar(emitter, node?.ToJsonString() ?? "null", ScalarStyle.Plain);
                break;
        }
    }

    // Names stay on one line however many there are: "required" reads like a sentence.
    private static bool IsList(JsonArray items) => items.All(i => i is null or JsonValue) || IsShort(items);

    private static bool IsShort(JsonNode node) => node.ToJsonString().Length <= ShortEnough;

    private static void Text(Emitter emitter, string text) => Scalar(emitter, text, IsPlainText(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted);

    // Whether other characters need quotes, the emitter knows.
    private static bool IsPlainText(string text) =>
        YamlReader.KindOf(text) == YamlKind.Text && !OldBooleans.Contains(text) && !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.')
        && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF');

    private static void Scalar(Emitter emitter, string text, ScalarStyle style) =>
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
}
