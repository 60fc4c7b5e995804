namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class RemarkRule : PartRule
{
    public const string Name = "SAN-060";

    public override string Id => Name;

    public override string Catches => "what the exporter adds: comments, initiators with their stacks, server addresses, certificates";

    public override string Example => "_initiator, serverIPAddress";

    public override string StandIn => "nothing";
}
