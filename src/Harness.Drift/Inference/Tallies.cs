namespace Harness.Drift.Inference;

/// <summary>The groups of tallies and their names in a baseline file.</summary>
public static class Tallies
{
    /// <summary>One of these is counted for every value.</summary>
    public static readonly IReadOnlyList<Tally> Kinds = [Tally.Null, Tally.Boolean, Tally.Integer, Tally.Fraction, Tally.String, Tally.Array, Tally.Object];

    public static readonly IReadOnlyList<Tally> TextFormats =
    [
        Tally.EmptyText, Tally.Uuid, Tally.DateTimeUtc, Tally.DateTimeOffset, Tally.DateTimeLocal, Tally.Date, Tally.ScriptDate, Tally.Uri, Tally.Email,
        Tally.ResourceId, Tally.IntegerText, Tally.BooleanText, Tally.Jwt, Tally.Duration,
    ];

    public static readonly IReadOnlyList<Tally> NumberFormats = [Tally.EpochSeconds, Tally.EpochMilliseconds];

    internal static readonly int Count = Enum.GetValues<Tally>().Length;

    private static readonly string[] Names = [.. Enum.GetNames<Tally>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    /// <summary>Camel case: <c>dateTimeUtc</c>.</summary>
    public static string NameOf(Tally tally) => Names[(int)tally];

    /// <summary>What a report says: <c>string</c>, <c>number</c>, <c>list</c>.</summary>
    public static string Word(Tally kind) => kind switch
    {
        Tally.Fraction => "number",
        _ => NameOf(kind),
    };
}
