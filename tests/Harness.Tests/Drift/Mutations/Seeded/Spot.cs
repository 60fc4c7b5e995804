namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>A place in the law of an endpoint's answers.</summary>
/// <param name="Steps">Names of members, and <c>*</c> for elements and map values.</param>
/// <param name="Member">Null for the document, elements and map values.</param>
internal sealed record Spot(IReadOnlyList<string> Steps, Field Field, FieldMember? Member)
{
    public const string Any = "*";

    public string Pointer => PointerTo(Steps);

    public int Depth => Steps.Count;

    /// <summary>A member that comes with every object, never null.</summary>
    public bool IsSteadyMember => Member is { IsSteady: true };

    public Spot Below(string step, Field field, FieldMember? member = null) => new([.. Steps, step], field, member);

    public string PointerOfSibling(string name) => PointerTo([.. Steps.SkipLast(1), name]);

    public string PointerOfChild(string name) => PointerTo([.. Steps, name]);

    private static string PointerTo(IReadOnlyList<string> steps) =>
        string.Concat(steps.Select(s => "/" + s.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
}
