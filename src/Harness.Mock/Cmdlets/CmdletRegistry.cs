namespace Harness.Mock.Cmdlets;

/// <summary>The cmdlets that an endpoint can offer, one line each.</summary>
internal static class CmdletRegistry
{
    public static readonly IReadOnlyDictionary<string, ICmdlet> All = new Dictionary<string, ICmdlet>(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-OrganizationConfig"] = new GetOrganizationConfig(),
        ["Get-AcceptedDomain"] = new GetAcceptedDomain(),
        ["Get-Mailbox"] = new GetMailbox(),
        ["Set-Mailbox"] = new SetMailbox(),
        ["Get-MailboxFolderPermission"] = new GetMailboxFolderPermission(),
        ["Add-MailboxFolderPermission"] = new AddMailboxFolderPermission(),
        ["Set-MailboxFolderPermission"] = new SetMailboxFolderPermission(),
        ["Remove-MailboxFolderPermission"] = new RemoveMailboxFolderPermission(),
        ["Get-DistributionGroupMember"] = new GetGroupMember(isDynamic: false),
        ["Get-DynamicDistributionGroupMember"] = new GetGroupMember(isDynamic: true),
    };
}
