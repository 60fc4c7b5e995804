using Harness.Mock.World;

namespace Harness.Mock.Cmdlets;

/// <summary>All mailboxes, or the one that a name means.</summary>
internal sealed class GetMailbox : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        IEnumerable<Recipient> mailboxes = call.Directory.Mailboxes;
        if (call.Text("Identity") is { } identity)
        {
            if (call.Directory.FindMailbox(identity) is not { } one)
            {
                return CmdletOutcome.NotFound(identity);
            }

            mailboxes = [one];
        }

        bool withNames = call.IsSet("IncludeGrantSendOnBehalfToWithDisplayNames");
        return new CmdletOutcome([.. mailboxes.Select(m => RecipientJson.Mailbox(m, call.Settings.BehalfOf(m), withNames, CreatedOn(m, call.Today)))]);
    }

    private static DateTime CreatedOn(Recipient mailbox, DateTime today) => today.AddDays(-30 - StableHash.Below(StableHash.Of(mailbox.Id.ToString("N")), 700));
}
