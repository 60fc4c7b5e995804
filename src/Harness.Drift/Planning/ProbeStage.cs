namespace Harness.Drift.Planning;

/// <summary>When in a run a probe has its turn: what others need comes first.</summary>
public enum ProbeStage
{
    /// <summary>Says whether the session is good at all.</summary>
    Canary,

    /// <summary>Names hosts, regions and workspaces that later calls are addressed with.</summary>
    Discovery,

    /// <summary>Needs nothing from other answers.</summary>
    List,

    /// <summary>Is filled with ids from other answers.</summary>
    Detail,
}
