namespace Harness.Mock.Cmdlets;

/// <summary>A folder of a mailbox, written <c>ada@contoso.com:\Calendar</c>.</summary>
internal sealed record MailFolder(Recipient Mailbox, string Name)
{
    private static readonly string[] Names = ["Top of Information Store", "Inbox", "Calendar", "Contacts", "Drafts", "Sent Items", "Deleted Items", "Tasks", "Notes"];

    /// <summary>Null when there is no such mailbox, or no such folder in it.</summary>
    public static MailFolder? Find(RecipientDirectory directory, string identity)
    {
        int colon = identity.IndexOf(":\\", StringComparison.Ordinal);
        string name = colon < 0 ? "" : identity[(colon + 2)..];
        string? folder = name.Length == 0 ? Names[0] : Array.Find(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return folder is not null && directory.FindMailbox(colon < 0 ? identity : identity[..colon]) is { } mailbox ? new MailFolder(mailbox, folder) : null;
    }
}
