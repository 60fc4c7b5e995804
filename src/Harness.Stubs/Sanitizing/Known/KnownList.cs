using System.Reflection;

namespace Harness.Stubs.Sanitizing.Known;

/// <summary>Reads the lists of public facts that are built into this assembly; # begins a comment.</summary>
internal static class KnownList
{
    public static string[] Lines(string file)
    {
        Assembly assembly = typeof(KnownList).Assembly;
        string resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith('.' + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
