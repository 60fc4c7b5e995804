using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>One address of a family.</summary>
/// <param name="BasePath">Server prefix of its operations: <c>/apiproxy</c>, or empty.</param>
public sealed record FamilyHost(HostPattern Host, string BasePath)
{
    public override string ToString() => $"https://{Host}{BasePath}";
}
