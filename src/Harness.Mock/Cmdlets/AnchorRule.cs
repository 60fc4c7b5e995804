using Harness.Mock.Roles;

namespace Harness.Mock.Cmdlets;

/// <summary>What the header that leads a call to its mailbox server must say: a user's mailbox, or the system mailbox for an application.</summary>
internal static class AnchorRule
{
    public const string Header = "X-AnchorMailbox";

    private const string System = "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@";

    /// <summary>What is wrong with it; null when it will do. A call without one is taken: the documentation shows such calls too.</summary>
    public static string? Judge(string? value, Caller caller, RecipientDirectory directory)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (caller.IsAppOnly)
        {
            return value.StartsWith(System, StringComparison.OrdinalIgnoreCase) && directory.Tenant.Domains.Contains(value[System.Length..], StringComparer.OrdinalIgnoreCase)
                ? null
                : $"{Header} of an application is '{System}{directory.Tenant.Domains[0]}', not '{value}'.";
        }

        return value.StartsWith("UPN:", StringComparison.OrdinalIgnoreCase) && directory.FindMailbox(value[4..]) is not null
            ? null
            : $"{Header} of a user is 'UPN:' and the address of a mailbox, not '{value}'.";
    }
}
