namespace Harness.Drift.Comparison;

/// <summary>A word that came tonight and in no earlier run.</summary>
internal sealed record NewWord(string Word, Streak Streak, ContractOpinion Contract);
