using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A value that stands in a filter: a text, a number, <c>true</c>, <c>null</c>, a GUID or date without quotes.</summary>
internal sealed class LiteralExpression(object? value, bool isQuoted) : FilterExpression
{
    public override object? Evaluate(JsonObject item) => value;

    public override string ToString() => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        string text when isQuoted => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        var other => other.ToString()!,
    };
}
