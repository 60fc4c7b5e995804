using System.Globalization;
using Harness.Mock.World;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Makes the texts of plain values.</summary>
internal static class ScalarTexts
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ren", "tas", "vu", "dor", "el", "pin", "so", "gra", "ne", "ba", "ti", "wex", "ul"];

    private static readonly DateTime Day = new(2026, 5, 4, 10, 30, 0, DateTimeKind.Utc);

    public static string Of(ScalarField field, Dice dice) => field.Form switch
    {
        ScalarForm.Word => field.Words[Math.Min(dice.Below(field.Words.Count, 4), dice.Below(field.Words.Count, 5))],
        ScalarForm.Uuid => StableHash.Guid(dice.State).ToString(),
        ScalarForm.OpaqueId => "x" + StableHash.Hex(dice.State, 20) + "==",
        ScalarForm.DateTimeUtc => Time(dice, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ScalarForm.DateTimeOffset => Time(dice, "yyyy-MM-dd'T'HH:mm:ss'+02:00'"),
        ScalarForm.DateTimeLocal => Time(dice, "yyyy-MM-dd'T'HH:mm:ss"),
        ScalarForm.Date => Time(dice, "yyyy-MM-dd"),
        ScalarForm.Uri => $"https://portal.example/{Name(dice, 1)}",
        ScalarForm.Email => $"{Name(dice, 1)}@example.org",
        ScalarForm.IntegerText => dice.Below(100_000, 4).ToString(CultureInfo.InvariantCulture),
        ScalarForm.ResourceId => $"/subscriptions/{StableHash.Guid(dice.State)}/{Name(dice, 1)}",
        ScalarForm.Duration => $"PT{1 + dice.Below(23, 4)}H",
        ScalarForm.EmptyText => "",
        _ => Text(dice),
    };

    // Now and then a free text is one word, a number or nothing at all.
    private static string Text(Dice dice) => dice.Below(20, 6) switch
    {
        0 => "",
        1 => dice.Below(10_000, 4).ToString(CultureInfo.InvariantCulture),
        < 5 => Name(dice, 1),
        _ => Name(dice, 1) + " " + Name(dice, 20) + " " + Name(dice, 40),
    };

    private static string Name(Dice dice, ulong salt) =>
        string.Concat(Enumerable.Range(0, 2 + dice.Below(3, salt)).Select(i => Syllables[dice.Below(Syllables.Length, salt + 1 + (ulong)i)]));

    private static string Time(Dice dice, string format) => Day.AddMinutes(-dice.Below(500_000, 4)).ToString(format, CultureInfo.InvariantCulture);
}
