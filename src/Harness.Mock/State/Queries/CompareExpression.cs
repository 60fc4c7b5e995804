using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>Two values held against each other: <c>severity eq 'High'</c>.</summary>
internal sealed class CompareExpression(FilterExpression left, string verb, FilterExpression right) : FilterExpression
{
    public static bool IsVerb(string word) => word is "eq" or "ne" or "gt" or "ge" or "lt" or "le";

    public override object? Evaluate(JsonObject item)
    {
        int? order = JsonValues.Compare(left.Evaluate(item), right.Evaluate(item));
        return verb switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    }

    public override string ToString() => $"({left} {verb} {right})";
}
