using System.Collections.Immutable;

namespace Harness.Mock.Cmdlets;

/// <summary>What cmdlets have changed: who may send on behalf of whom, and rights on folders.</summary>
internal sealed class MailboxSettings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ImmutableList<Recipient>> _behalf = [];
    private readonly Dictionary<(Guid Mailbox, string Folder), ImmutableList<FolderRight>> _rights = [];

    public ImmutableList<Recipient> BehalfOf(Recipient mailbox)
    {
        lock (_lock)
        {
            return _behalf.GetValueOrDefault(mailbox.Id) ?? [];
        }
    }

    public void SetBehalf(Recipient mailbox, Func<ImmutableList<Recipient>, ImmutableList<Recipient>> change)
    {
        lock (_lock)
        {
            _behalf[mailbox.Id] = change(_behalf.GetValueOrDefault(mailbox.Id) ?? []);
        }
    }

    public ImmutableList<FolderRight> RightsOn(MailFolder folder)
    {
        lock (_lock)
        {
            return _rights.GetValueOrDefault((folder.Mailbox.Id, folder.Name)) ?? Start(folder);
        }
    }

    /// <param name="change">Null leaves everything as it is.</param>
    /// <returns>Whether anything was changed.</returns>
    public bool SetRights(MailFolder folder, Func<ImmutableList<FolderRight>, ImmutableList<FolderRight>?> change)
    {
        lock (_lock)
        {
            ImmutableList<FolderRight>? changed = change(_rights.GetValueOrDefault((folder.Mailbox.Id, folder.Name)) ?? Start(folder));
            if (changed is not null)
            {
                _rights[(folder.Mailbox.Id, folder.Name)] = changed;
            }

            return changed is not null;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _behalf.Clear();
            _rights.Clear();
        }
    }

    // Everybody in the organization sees when somebody is busy, and no more.
    private static ImmutableList<FolderRight> Start(MailFolder folder) =>
        [new FolderRight("Default", "Default", [folder.Name == "Calendar" ? "AvailabilityOnly" : "None"], null), new FolderRight("Anonymous", "Anonymous", ["None"], null)];
}
