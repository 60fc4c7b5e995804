namespace Harness.Mock.Cmdlets;

/// <summary>Who is in a group.</summary>
/// <param name="isDynamic">Whether groups are meant whose members a filter finds.</param>
internal sealed class GetGroupMember(bool isDynamic) : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        string identity = call.Text("Identity") ?? "";
        RecipientGroup? group = call.Directory.Groups.FirstOrDefault(g => g.IsDynamic == isDynamic && g.Itself.IsCalled(identity));
        return group is null ? CmdletOutcome.NotFound(identity) : new CmdletOutcome([.. group.Members.Select(RecipientJson.Member)]);
    }
}
