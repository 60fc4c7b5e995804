namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans the names of side files: the browsers' own are hashes and stay, a person's are cleaned like any text.</summary>
internal static class SideFileText
{
    public static string Clean(string name, Scrubber scrubber)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        ReadOnlySpan<char> stem = dot < 0 ? name : name.AsSpan(0, dot);
        return stem.Length == 40 && stem.IndexOfAnyExcept(CharSets.LowerHex) < 0 && name.Length <= 60 ? name : scrubber.Shapes(name, Field.Plain).Replace('/', '_').Replace('\\', '_');
    }
}
