namespace Harness.Drift.Comparison;

/// <summary>What the contract says of tonight's answer where it differs from the baseline.</summary>
public enum ContractOpinion
{
    /// <summary>It says nothing about the matter.</summary>
    Silent,

    /// <summary>Tonight's answer is as the contract has it: never worse than a warning.</summary>
    Fits,

    /// <summary>Tonight's answer breaks the contract too.</summary>
    Breaks,
}
