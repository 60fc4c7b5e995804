namespace Harness.Tests.Support;

/// <summary>The real specs, which are never committed: beside the checkout, or where HARNESS_SPECS says.</summary>
internal static class SharedSpecs
{
    /// <summary>Folder that holds one folder a family; null when this machine has none.</summary>
    public static string? NodocFolder => Root is { } root && Directory.Exists(Path.Combine(root, "nodoc")) ? Path.Combine(root, "nodoc") : null;

    /// <summary>Folder that holds one folder for each pair of contracts out of their real history; null when this machine has none.</summary>
    public static string? DriftFolder => Root is { } root && Directory.Exists(Path.Combine(root, "drift")) ? Path.Combine(root, "drift") : null;

    private static string? Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable("HARNESS_SPECS") is { Length: > 0 } named)
            {
                return Directory.Exists(named) ? named : null;
            }

            string beside = Path.Combine(Repository.Root, "..", "shared", "specs");
            return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
        }
    }

    public static string RequireNodoc()
    {
        if (NodocFolder is null)
        {
            Assert.Ignore("The nodoc specs are not on this machine: set HARNESS_SPECS to a folder that holds nodoc/.");
        }

        return NodocFolder!;
    }
}
