using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A condition that does not hold.</summary>
internal sealed class NotExpression(FilterExpression inner) : FilterExpression
{
    public override object? Evaluate(JsonObject item) => !inner.Holds(item);

    public override string ToString() => $"not ({inner})";
}
