namespace Harness.Mock.Cmdlets;

/// <summary>Who may do what in a folder.</summary>
internal sealed class GetMailboxFolderPermission : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        string identity = call.Text("Identity") ?? "";
        if (MailFolder.Find(call.Directory, identity) is not { } folder)
        {
            return CmdletOutcome.NotFound(identity);
        }

        IEnumerable<FolderRight> rights = call.Settings.RightsOn(folder);
        if (call.Text("User") is { } user)
        {
            string wanted = call.Directory.Find(user)?.Address ?? user;
            rights = rights.Where(r => r.User.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
            if (!rights.Any())
            {
                return CmdletOutcome.NotFound(user);
            }
        }

        return new CmdletOutcome([.. rights.Select(r => r.Show(folder.Name))]);
    }
}
