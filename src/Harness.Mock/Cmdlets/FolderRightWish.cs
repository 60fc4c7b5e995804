namespace Harness.Mock.Cmdlets;

/// <summary>What a call wants to change about one user's rights on one folder.</summary>
internal sealed record FolderRightWish(MailFolder Folder, string User, string Shown)
{
    /// <summary>Null, with the failure, when folder or user are not there.</summary>
    public static FolderRightWish? Read(CmdletCall call, out CmdletOutcome failure)
    {
        string identity = call.Text("Identity") ?? "";
        string user = call.Text("User") ?? "";
        failure = CmdletOutcome.NotFound(identity);
        if (MailFolder.Find(call.Directory, identity) is not { } folder)
        {
            return null;
        }

        failure = CmdletOutcome.NotFound(user);
        string? known = Array.Find(["Default", "Anonymous"], n => n.Equals(user, StringComparison.OrdinalIgnoreCase));
        Recipient? recipient = known is null ? call.Directory.Find(user) : null;
        return known is null && recipient is null ? null : new FolderRightWish(folder, recipient?.Address ?? known!, recipient?.DisplayName ?? known!);
    }

    public bool IsOf(FolderRight right) => right.User.Equals(User, StringComparison.OrdinalIgnoreCase);

    public FolderRight With(IReadOnlyList<string> rights, IReadOnlyList<string>? flags) =>
        new(User, Shown, rights, flags is { Count: > 0 } ? string.Join(", ", flags) : null);
}
