using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>Conditions that all hold, or one of which does.</summary>
internal sealed class LogicExpression(FilterExpression left, bool isAnd, FilterExpression right) : FilterExpression
{
    public override object? Evaluate(JsonObject item) => isAnd ? left.Holds(item) && right.Holds(item) : left.Holds(item) || right.Holds(item);

    public override string ToString() => $"({left} {(isAnd ? "and" : "or")} {right})";
}
