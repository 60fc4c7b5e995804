namespace Harness.Contracts.Routing;

/// <summary>What keeps a call from an operation it nearly reached, from the smallest difference to the largest.</summary>
public enum NearMissKind
{
    TrailingSlash,
    AnotherMethod,
    AnotherHost,
    MissingPrefix,
    ExtraPrefix,
    SegmentDiffers,
    SegmentMissing,
    SegmentExtra,
    SameBeginning,
}
