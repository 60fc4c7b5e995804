namespace Harness.Stubs.Leaks;

/// <summary>Something in a file that must not be in a repository; says where and what kind, never the value.</summary>
/// <param name="Path">As the person named it, or relative to the folder that was scanned.</param>
/// <param name="Line">1-based.</param>
/// <param name="Kind">What kind of secret, in a few words.</param>
public sealed record Leak(string Path, int Line, string Kind)
{
    public override string ToString() => $"{Path}:{Line}: {Kind}";
}
