namespace Harness.Mock.Synthesis;

/// <summary>An answer whose document can still be changed.</summary>
/// <param name="Plan">Null when the answer is no JSON.</param>
/// <param name="List">The operation as a list; null when it is none.</param>
/// <param name="Ordinals">Which thing each element of the main list is.</param>
internal sealed record ChangedAnswer(SynthesizedAnswer Answer, AnswerPlan? Plan, ListRoute? List, int[] Ordinals);
