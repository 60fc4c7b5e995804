namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class BinaryFrameRule : PartRule
{
    public const string Name = "SAN-044";

    public override string Id => Name;

    public override string Catches => "binary web socket messages";

    public override string Example => "opcode 2";

    public override string StandIn => "a few bytes that say so";
}
