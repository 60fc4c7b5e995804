namespace Harness.Mock.Synthesis;

/// <summary>The path names an id that the contract's list did not return.</summary>
/// <param name="Parameter">Path parameter that holds it.</param>
/// <param name="ListPath">Template of the list that says which ids there are.</param>
public sealed record NoSuchObject(string Parameter, string Value, string ListPath) : SynthesisResult;
