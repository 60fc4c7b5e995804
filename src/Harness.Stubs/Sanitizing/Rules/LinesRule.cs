using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class LinesRule : DecodeRule
{
    public override string Id => "SAN-048";

    public override string Catches => "lines that are records: NDJSON, event streams, tables with a heading, SignalR frames";

    public override string Example => "data: {\"a\":1}";

    public override string StandIn => "the same lines with clean records";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        if (field.Place is FieldPlace.Script or FieldPlace.Header)
        {
            return null;
        }

        if (text.Contains('\u001E', StringComparison.Ordinal))
        {
            return Records(text, '\u001E', field, scrubber);
        }

        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text.StartsWith("data:", StringComparison.Ordinal) && text.Length > 6 && text[5] is ' ' or '{' ? EventStream.Line(text, field, scrubber) : null;
        }

        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.StartsWith("data:") || start.StartsWith("event:") || start.StartsWith("id:") || start.StartsWith("retry:"))
        {
            return string.Join('\n', text.Split('\n').Select(l => EventStream.Line(l, Field.Plain, scrubber)));
        }

        return start.StartsWith("{") || start.StartsWith("[") ? Records(text, '\n', field, scrubber) : DelimitedText.Rewrite(text, scrubber);
    }

    private static string Records(string text, char separator, Field field, Scrubber scrubber) =>
        string.Join(separator, text.Split(separator).Select(r => scrubber.Text(r, field)));
}
