using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>One place of an entry in which a value can stand.</summary>
/// <param name="TakesLabels">Whether the place gives the value a name of the planter's choice, and it is a name that an object's member would have.</param>
/// <param name="Plant">Puts a value with its name there.</param>
internal sealed record Position(string Name, bool TakesLabels, Action<JsonObject, string, string> Plant)
{
    public override string ToString() => Name;
}
