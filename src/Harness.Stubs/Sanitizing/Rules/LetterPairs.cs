namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Pairs of letters that words hardly ever have: the names that programs and people give hold few, what a machine drew is full of them.</summary>
internal static class LetterPairs
{
    // For each letter those that do not follow it; counted in this repository's own texts.
    private static readonly string[] OddAfter =
    [
        "ehjoq", "bcdfghkmnpqtvwxz", "bdfgjnpqvwxz", "bcfhjknqtvwxz", "jkuz", "bcdghjkmnpqvwxyz",
        "bcdfgjkpqvwxyz", "bcdfghjklmnpqvwxz", "hijquwy", "abcdfghijklmnpqrtvwxyz", "abcdfghjklmopqrtuvwxyz", "bcghjknpqrwxz",
        "cfghjkqrtvwxyz", "bhjpqrwxz", "hjqyz", "bcfgjkmnqvwxyz", "abcdefghijklmnopqrstvwxyz", "hjqwxz",
        "bdfgjnqrvxz", "bdgjknqvxz", "hjkoquvwxyz", "bcdfghjklmnpqrstuvwxyz", "bcdfgjklmpqtuvwxyz", "bdfghjklmnoqrsuvwxz",
        "bcdfghijkqruvwxz", "bcdfghijklmnopqrstuvwxyz",
    ];

    private static readonly uint[] Masks = [.. OddAfter.Select(row => row.Aggregate(0u, (mask, c) => mask | (1u << (c - 'a'))))];

    public static bool IsOdd(char first, char second) => (Masks[(first | 0x20) - 'a'] & (1u << ((second | 0x20) - 'a'))) != 0;
}
