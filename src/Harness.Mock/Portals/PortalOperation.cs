using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Mock.Quirks;

namespace Harness.Mock.Portals;

/// <summary>Everything that is decided about an operation before anybody calls it.</summary>
/// <remarks>Arrays, because every call goes through all of them.</remarks>
/// <param name="Index">Its place in the operation table.</param>
/// <param name="Name"><c>METHOD path template</c>, as the journal shows it.</param>
internal sealed record PortalOperation(
    int Index,
    string Name,
    Operation Operation,
    Portal Portal,
    AccessPlan Access,
    LicenseGate[] Licenses,
    IQuirk[] Quirks)
{
    public Family Family => Portal.Family;

    public RoleGate[] Roles { get; init; } = [];

    /// <summary>The digest that this very call mints; null for all others.</summary>
    public FormDigestRequirement? Mints { get; init; }

    /// <summary>Whether the answer's form depends on what the caller accepts.</summary>
    public bool ChoosesByAccept { get; } = Operation.Success is { Content.Count: > 1 };
}
