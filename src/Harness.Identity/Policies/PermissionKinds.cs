namespace Harness.Identity.Policies;

/// <summary>Which permissions only users can lend, and which only applications hold: a tenant file lists both alike.</summary>
internal static class PermissionKinds
{
    private static readonly string[] DelegatedOnly = ["user_impersonation", "access_as_user", "User.Read", "Exchange.Manage", "Exchange.ManageV2"];

    private static readonly string[] AppOnly = ["Exchange.ManageAsApp", "Exchange.ManageAsAppV2"];

    /// <summary>What a user may consent to without an administrator.</summary>
    private static readonly string[] ForAnybody = ["user_impersonation", "access_as_user", "User.Read"];

    public static bool IsDelegated(string permission) => !AppOnly.Contains(permission, StringComparer.OrdinalIgnoreCase);

    // Power Platform's API has no application permissions: service principals get roles instead.
    public static bool IsForApps(string permission, Guid resource) =>
        !DelegatedOnly.Contains(permission, StringComparer.OrdinalIgnoreCase) && resource != new Guid("8578e004-a5c6-46e7-913e-12f58912df43");

    public static bool NeedsAdmin(string permission) => !ForAnybody.Contains(permission, StringComparer.OrdinalIgnoreCase);
}
