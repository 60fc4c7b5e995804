namespace Harness.Stubs.Mappings;

/// <summary>When in a scenario a mapping answers, and what comes after it.</summary>
/// <param name="RequiredState">Null: in any state.</param>
/// <param name="NextState">Null: the state stays.</param>
public sealed record ScenarioStep(string Name, string? RequiredState, string? NextState)
{
    /// <summary>The state of a scenario that nothing has moved. WireMock's word; WireMock.Net says nothing instead.</summary>
    public const string Start = "Started";
}
