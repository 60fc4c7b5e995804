using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>One of several: <c>status in ('Active','New')</c>.</summary>
internal sealed class InExpression(FilterExpression value, IReadOnlyList<FilterExpression> choices) : FilterExpression
{
    public override object? Evaluate(JsonObject item)
    {
        object? wanted = value.Evaluate(item);
        return choices.Any(choice => JsonValues.Compare(wanted, choice.Evaluate(item)) == 0);
    }

    public override string ToString() => $"({value} in ({string.Join(',', choices)}))";
}
