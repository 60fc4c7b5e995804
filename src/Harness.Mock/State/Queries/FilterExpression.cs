using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A part of an OData <c>$filter</c>; <c>ToString</c> prints it so that it reads the same.</summary>
internal abstract class FilterExpression
{
    /// <summary>Null, a boolean, a number, a text or a JSON node.</summary>
    /// <param name="item">The element that is looked at; inside <c>any(x: ...)</c> with the variable among its members.</param>
    public abstract object? Evaluate(JsonObject item);

    public bool Holds(JsonObject item) => Evaluate(item) is true;
}
