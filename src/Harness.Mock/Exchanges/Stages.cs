namespace Harness.Mock.Exchanges;

/// <summary>The names of the stages, as the journal and the decision header spell them.</summary>
internal static class Stages
{
    public const string Match = "match";
    public const string Access = "access";
    public const string License = "license";
    public const string Quirk = "quirk";
    public const string Stub = "stub";
    public const string Recording = "recording";
    public const string State = "state";
    public const string Synthesis = "synthesis";
    public const string Identity = "identity";
}
