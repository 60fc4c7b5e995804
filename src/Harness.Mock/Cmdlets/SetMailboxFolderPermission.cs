namespace Harness.Mock.Cmdlets;

/// <summary>Changes the rights that somebody has on a folder.</summary>
internal sealed class SetMailboxFolderPermission : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        if (FolderRightWish.Read(call, out CmdletOutcome failure) is not { } wish)
        {
            return failure;
        }

        FolderRight given = wish.With(call.Texts("AccessRights") ?? [], call.Texts("SharingPermissionFlags"));
        return call.Settings.SetRights(wish.Folder, rights => rights.FindIndex(wish.IsOf) is >= 0 and var at ? rights.SetItem(at, given) : null)
            ? CmdletOutcome.Done
            : CmdletOutcome.NotFound(wish.User);
    }
}
