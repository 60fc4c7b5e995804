using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Mock.SignIn;

namespace Harness.Mock.Trust;

/// <summary>The hosts that the development authority may vouch for: those of every family that ships, whatever a server was told to serve.</summary>
public static class TrustedHosts
{
    /// <param name="served">Hosts of families that a person added.</param>
    public static IEnumerable<HostPattern> With(IEnumerable<HostPattern> served) =>
        ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, NoCore = true }).Families.SelectMany(f => f.Hosts).Select(h => h.Host).Concat(LoginAddresses.Hosts).Concat(served);
}
