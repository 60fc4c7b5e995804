using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>GETs that a person has looked at, and what was concluded: a runner asks what is known to be harmless, and nothing else.</summary>
/// <param name="Paths">Globs over full path templates; one without <c>*</c> means that very operation was looked at, not only its area.</param>
/// <param name="Reason">Why they are harmless, or what they would do.</param>
public sealed record ReviewedGets(IReadOnlyList<PathGlob> Paths, string Reason);
