namespace Harness.Stubs.Har;

/// <summary>Which names of side files are followed: one plain name, never a way out of the folder.</summary>
internal static class SideFileName
{
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 255
        && name is not ("." or "..")
        && !name.AsSpan().ContainsAny('/', '\\', ':')
        && !name.Any(char.IsControl);
}
