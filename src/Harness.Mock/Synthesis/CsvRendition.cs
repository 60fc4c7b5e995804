using System.Text;
using System.Text.Json;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Writes a header and rows: the contract's columns where it names any, else what every list of things has.</summary>
internal static class CsvRendition
{
    private static readonly Schema Row = SchemaComposition.OfColumns("id", "displayName", "status", "createdDateTime");

    public static byte[] Write(AnswerContext context, AnswerPlan answer)
    {
        Schema items = answer.Collection?.Items ?? (answer.Value.Schema.Properties.Count > 0 ? answer.Value.Schema : Row);
        ValuePlan plan = answer.Value.Cache.Of(items);
        PropertyPlan[] columns = [.. plan.Properties.Where(p => p.Value.Kind is not (ValueKind.Object or ValueKind.Array or ValueKind.Alternatives))];
        StringBuilder text = new();
        AppendLine(text, columns.Select(c => c.Declared.Name));
        int[] ordinals = context.CollectionOrdinals.Length > 0 ? context.CollectionOrdinals : [0, 1, 2];
        foreach (int ordinal in ordinals)
        {
            Scope scope = new(context.World.Entity(context.CollectionKind ?? "row", ordinal), default, 0, 1, -1, false);
            AppendLine(text, columns.Select(c => Cell(DocumentWriter.Write(context, c.Value, scope))));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : document.RootElement.GetRawText();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
