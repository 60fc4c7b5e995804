using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A property of the element, or one inside another: <c>address/city</c>. Names are found in any case, as the services do.</summary>
internal sealed class PropertyExpression(IReadOnlyList<string> path) : FilterExpression
{
    public override object? Evaluate(JsonObject item) => JsonValues.Find(item, path);

    public override string ToString() => string.Join('/', path);
}
