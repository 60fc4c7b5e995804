using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>Backends behind one portal refuse in their own words: under these paths another refusal answers for the family's usual one.</summary>
/// <remarks>
/// Settings: <c>insteadOf</c>, the usual refusals; <c>except</c>, globs that are spared. It also holds for paths that no operation has, so
/// <see cref="Refusals.RefusalAnswers"/> asks for the substitute; as a quirk of an operation there is nothing left to do.
/// </remarks>
internal sealed class RefusalByPathQuirk : IQuirk
{
    public const string Kind = "refusal-by-path";

    public RefusalByPathQuirk(QuirkSettings settings)
    {
        settings.Need("insteadOf", settings.List("insteadOf").Count > 0, "Name the refusals that are replaced");
        settings.Need("refusal", settings.Declaration.Refusal is not null, "Add one of the family's refusals");
        foreach (string glob in settings.List("except").Where(g => TryParse(g) is null))
        {
            settings.Report($"'{glob}' in 'except' is no path glob", "Begin it with a slash, after an optional method");
        }
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;

    /// <summary>Which refusal answers for a usual one to a method and path; the first declaration that fits wins.</summary>
    public static Func<string, string, string, string> SubstitutesOf(Family family)
    {
        (QuirkDeclaration Declaration, PathGlob[] Except)[] declared =
        [
            .. family.Quirks.Where(q => q.Kind == Kind && q.Refusal is not null)
                .Select(q => (q, q.Lists.GetValueOrDefault("except", []).Select(TryParse).OfType<PathGlob>().ToArray())),
        ];
        return declared.Length == 0 ? (name, _, _) => name : (name, method, path) => Array.Find(declared, d =>
            Replaces(d.Declaration, name) && d.Declaration.Operations.MatchAny(method, path) && !d.Except.MatchAny(method, path)).Declaration?.Refusal ?? name;
    }

    private static bool Replaces(QuirkDeclaration declaration, string name) => declaration.Lists.TryGetValue("insteadOf", out IReadOnlyList<string>? names)
        ? names.Contains(name, StringComparer.Ordinal)
        : declaration.Settings.GetValueOrDefault("insteadOf") == name;

    private static PathGlob? TryParse(string text) => text.TrimStart().Contains('/', StringComparison.Ordinal) && (text.StartsWith('/') || text.Contains(" /", StringComparison.Ordinal))
        ? PathGlob.Parse(text)
        : null;
}
