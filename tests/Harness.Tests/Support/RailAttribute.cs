namespace Harness.Tests.Support;

/// <summary>Names a safety rail of the contract runner that a test would see fall; <see cref="Rails"/> lists them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RailAttribute(string id) : PropertyAttribute("Rail", id)
{
    public string Id { get; } = id;
}
