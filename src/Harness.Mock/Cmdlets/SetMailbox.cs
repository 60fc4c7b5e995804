using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Harness.Mock.Cmdlets;

/// <summary>Sets who may send on behalf of a mailbox: a whole list, or who is added and who is taken away.</summary>
internal sealed class SetMailbox : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        string identity = call.Text("Identity") ?? "";
        if (call.Directory.FindMailbox(identity) is not { } mailbox)
        {
            return CmdletOutcome.NotFound(identity);
        }

        JsonNode? wish = call.Find("GrantSendOnBehalfTo");
        IReadOnlyList<string> add = (wish as JsonObject is { } change ? CmdletCall.TextsOf(change["add"]) : CmdletCall.TextsOf(wish)) ?? [];
        IReadOnlyList<string> remove = CmdletCall.TextsOf((wish as JsonObject)?["remove"]) ?? [];
        foreach (string name in add.Concat(remove))
        {
            if (call.Directory.Find(name) is null)
            {
                return CmdletOutcome.NotFound(name);
            }
        }

        ImmutableList<Recipient> added = [.. add.Select(n => call.Directory.Find(n)!).Distinct()];
        ImmutableList<Recipient> removed = [.. remove.Select(n => call.Directory.Find(n)!)];
        if (wish is not null)
        {
            call.Settings.SetBehalf(mailbox, known => wish is JsonObject ? [.. known.Union(added).Except(removed)] : added);
        }

        return CmdletOutcome.Done;
    }
}
