using System.Globalization;
using Harness.Contracts.Access;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Families.Pages;

/// <summary>What there is to know about one portal, made from its <c>family.yml</c>: for the repository, the terminal and the server alike.</summary>
public sealed record FamilyPage(string Title, string Lead, IReadOnlyList<PageSection> Sections)
{
    /// <summary>How sure each row is; the same words everywhere.</summary>
    public const string Legend =
        "Evidence: *observed* was seen in a real answer, *documented* stands in public documentation or a specification, *inferred* is plausible and nobody has shown it.";

    public static FamilyPage Of(Family family) => new(
        $"{family.Title} ({family.Id})",
        $"{family.AccessModel}.",
        [Hosts(family), Requirements(family), Refusals(family), Licenses(family), Roles(family), Quirks(family), Beside(family)]);

    private static PageSection Hosts(Family family) =>
        new("Hosts", "", ["address"], [.. family.Hosts.Select(h => (IReadOnlyList<string>)[h.ToString()])]);

    private static PageSection Requirements(Family family) => new(
        "What every call needs",
        "In this order; the first that fails answers.",
        ["kind", "name", "holds for", "when it fails", "evidence", "source"],
        [.. family.Access.Select(r => (IReadOnlyList<string>)[r.Kind, r.Name, Scope(r.Scope), Reasons(r), Grade(r.Evidence), r.Source])]);

    private static PageSection Refusals(Family family) => new(
        "How it refuses",
        "",
        ["name", "status", "body begins with", "evidence", "source"],
        [.. family.Refusals.Values.Select(r => (IReadOnlyList<string>)[r.Name, Number(r.Status), Beginning(r.Body), Grade(r.Evidence), r.Source])]);

    private static PageSection Licenses(Family family) => new(
        "What needs a license",
        "Without the plan, or with the feature switched off, these operations are refused; the journal says which is missing.",
        ["plan or feature", "operations", "refusal", "evidence"],
        [.. family.Licenses.Select(l => (IReadOnlyList<string>)[l.Plan, Globs(l.Operations), l.Refusal, Grade(l.Evidence)])]);

    private static PageSection Roles(Family family) => new(
        "What needs a role",
        "",
        ["one of", "holds for", "refusal", "evidence"],
        [.. family.Roles.Select(r => (IReadOnlyList<string>)[string.Join(", ", r.AnyOf), Scope(r.Scope), r.Refusal, Grade(r.Evidence)])]);

    private static PageSection Quirks(Family family) => new(
        "Quirks",
        "",
        ["kind", "operations", "evidence", "source"],
        [.. family.Quirks.Select(q => (IReadOnlyList<string>)[q.Kind, Globs(q.Operations), Grade(q.Evidence), q.Source])]);

    private static PageSection Beside(Family family) => new(
        "Beside the API",
        "",
        ["what", "where"],
        [
            .. family.Sinks.Select(s => (IReadOnlyList<string>)["telemetry, answered 2xx", s.Text]),
            .. family.Canaries.Select(c => (IReadOnlyList<string>)["succeeds whenever the session is good", c]),
            .. family.SignIn is { } signIn ? (IReadOnlyList<string>[])[["a person signs in at", signIn.Start]] : [],
        ]);

    private static string Scope(RequirementScope scope)
    {
        string[] parts =
        [
            string.Join(", ", scope.Methods),
            scope.Hosts.Count > 0 ? $"on {string.Join(", ", scope.Hosts)}" : "",
            scope.Paths.Count > 0 ? Globs(scope.Paths) : "",
            scope.Except.Count > 0 ? $"but not {Globs(scope.Except)}" : "",
        ];
        string text = string.Join(" ", parts.Where(p => p.Length > 0));
        return text.Length == 0 ? "every call" : text;
    }

    private static string Reasons(IAccessRequirement requirement) =>
        string.Join(", ", requirement.Refusals.GroupBy(r => r.Value, r => r.Key, StringComparer.Ordinal).Select(g => $"{string.Join("/", g)}: {g.Key}"));

    private static string Globs(IEnumerable<PathGlob> globs) => string.Join(" ", globs.Select(g => g.Text));

    private static string Beginning(string body)
    {
        const int Longest = 80;
        string line = string.Concat(body.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "...");
    }

    private static string Grade(EvidenceGrade grade) => grade.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
