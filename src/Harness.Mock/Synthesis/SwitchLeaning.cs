namespace Harness.Mock.Synthesis;

/// <summary>Which way a boolean leans in a healthy tenant.</summary>
internal enum SwitchLeaning
{
    None,
    AlwaysOff,
    MostlyOff,
    MostlyOn,
}
