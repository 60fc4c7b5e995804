using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Harness.Contracts.Schemas;

/// <summary>What a schema says as text, parsed once: its enum values and its pattern.</summary>
internal sealed class SchemaFacts
{
    private static readonly ConditionalWeakTable<Schema, SchemaFacts> Known = [];
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    private SchemaFacts(Schema schema)
    {
        EnumValues = [.. schema.Enum.Select(Parse)];
        Pattern = schema.Pattern is null ? null : Compile(schema.Pattern);
    }

    public JsonElement[] EnumValues { get; }

    /// <summary>Null also for a pattern that .NET cannot read: nothing can be held against a document then.</summary>
    public Regex? Pattern { get; }

    public static SchemaFacts Of(Schema schema) => Known.GetValue(schema, static s => new SchemaFacts(s));

    /// <summary>A pattern that runs into its time limit counts as matched: slowness is no fault of the document.</summary>
    public bool Matches(string text)
    {
        try
        {
            return Pattern is null || Pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
