using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>Where a parameter's value comes from, reviewed by a person: no name has to be guessed.</summary>
/// <param name="Parameter">Name of the path or query parameter, letter case aside.</param>
/// <param name="Operations">The operations that it holds for; empty for all of the family.</param>
/// <param name="From">The GET whose answer has the value, as <c>GET /path</c>; null when <paramref name="Values"/> say it.</param>
/// <param name="Pointer">JSON pointer into that answer, <c>*</c> for array items and map values.</param>
/// <param name="Values">Words that are known to be good; used when there is no <paramref name="From"/>.</param>
public sealed record ReviewedLink(string Parameter, IReadOnlyList<PathGlob> Operations, string? From, string Pointer, IReadOnlyList<string> Values);
