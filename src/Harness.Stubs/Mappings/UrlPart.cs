namespace Harness.Stubs.Mappings;

/// <summary>Which part of the address a pattern is about.</summary>
public enum UrlPart
{
    Path,
    PathAndQuery,

    /// <summary>Scheme, host, path and query.</summary>
    Absolute,
}
