namespace Harness.Mock.Cmdlets;

/// <summary>Takes somebody's rights on a folder away.</summary>
internal sealed class RemoveMailboxFolderPermission : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        if (FolderRightWish.Read(call, out CmdletOutcome failure) is not { } wish)
        {
            return failure;
        }

        return call.Settings.SetRights(wish.Folder, rights => rights.Exists(wish.IsOf) ? rights.RemoveAll(wish.IsOf) : null)
            ? CmdletOutcome.Done
            : CmdletOutcome.NotFound(wish.User);
    }
}
