namespace Harness.Drift.Targets;

/// <summary>Every key that a target file knows; those under <c>credentials</c> belong to the kinds.</summary>
internal static class TargetKeys
{
    public static readonly string[] Target = ["name", "tenantId", "nonProduction", "hosts", "gateway", "credentials", "families", "context"];
}
