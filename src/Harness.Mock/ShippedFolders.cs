namespace Harness.Mock;

/// <summary>The folders that come with the program; a server's options may name others.</summary>
internal static class ShippedFolders
{
    public static string Contracts(MockServerOptions options) => options.CoreContracts ?? Path.Combine(AppContext.BaseDirectory, "contracts");

    public static string Tenants(MockServerOptions options) => options.Tenants ?? Path.Combine(AppContext.BaseDirectory, "mocks", "tenants");
}
