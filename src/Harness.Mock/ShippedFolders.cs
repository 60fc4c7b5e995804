namespace Harness.Mock;

/// <summary>The folders that come with the program.</summary>
public static class ShippedFolders
{
    public static string Contracts => Path.Combine(AppContext.BaseDirectory, "contracts");

    public static string Mocks => Path.Combine(AppContext.BaseDirectory, "mocks");

    public static string Tenants => Path.Combine(AppContext.BaseDirectory, "mocks", "tenants");
}
