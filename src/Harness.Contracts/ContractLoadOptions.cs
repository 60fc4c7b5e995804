namespace Harness.Contracts;

/// <summary>Which contracts to load.</summary>
public sealed record ContractLoadOptions
{
    /// <summary>Folder of our own contracts (<c>contracts/</c>); null for none at all.</summary>
    public string? CoreFolder { get; init; }

    /// <summary>Leaves out the core's operations; its families are read all the same, for imports need their access models.</summary>
    public bool NoCore { get; init; }

    /// <summary>Nodoc checkouts, folders in our layout, archives; a later one wins over an earlier one.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Ids (or upstream names) of the families wanted; empty for all.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    /// <summary>Where compiled contracts are kept for the next start; null to compile every time.</summary>
    public string? CacheFolder { get; init; }
}
