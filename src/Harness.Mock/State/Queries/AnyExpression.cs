using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A condition on the elements of an array: <c>tags/any(t: t eq 'x')</c>.</summary>
/// <param name="variable">Null for <c>any()</c>, which asks for an element, whichever.</param>
internal sealed class AnyExpression(IReadOnlyList<string> path, bool isAll, string? variable, FilterExpression? condition) : FilterExpression
{
    public override object? Evaluate(JsonObject item)
    {
        if (JsonValues.Find(item, path) is not JsonArray elements)
        {
            return isAll;
        }

        return variable is null || condition is null ? elements.Count > 0
            : isAll ? elements.All(e => condition.Holds(Bind(e)))
            : elements.Any(e => condition.Holds(Bind(e)));
    }

    public override string ToString() => $"{string.Join('/', path)}/{(isAll ? "all" : "any")}({(variable is null ? "" : $"{variable}:{condition}")})";

    private JsonObject Bind(JsonNode? element) => new() { [variable!] = element?.DeepClone() };
}
