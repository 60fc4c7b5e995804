namespace Harness.Mock.Cmdlets;

/// <summary>Gives somebody rights on a folder who has none there yet.</summary>
internal sealed class AddMailboxFolderPermission : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        if (FolderRightWish.Read(call, out CmdletOutcome failure) is not { } wish)
        {
            return failure;
        }

        FolderRight given = wish.With(call.Texts("AccessRights") ?? [], call.Texts("SharingPermissionFlags"));
        bool isNew = call.Settings.SetRights(wish.Folder, rights => rights.Exists(wish.IsOf) ? null : rights.Add(given));
        return isNew
            ? new CmdletOutcome([given.Show(wish.Folder.Name)])
            : CmdletOutcome.Failed($"An existing permission entry was found for user: {wish.Shown}.");
    }
}
