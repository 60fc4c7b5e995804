using System.Net;
using System.Net.Sockets;

namespace Harness.Cli.Doctor;

/// <summary>Names below <c>localhost</c> lead to this machine, as the addresses of portals on the mock server need.</summary>
internal sealed class NamesCheck : IMachineCheck
{
    private const string Name = "security.microsoft.com.localhost";

    public string Id => "names";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        yield return LeadsHere()
            ? CheckResult.Fine($"Names such as {Name} lead to this machine")
            : CheckResult.Optional(
                $"Names such as {Name} do not lead to this machine",
                "Browsers and curl find them all the same; for other clients put the host into the path: http://127.0.0.1:5080/security.microsoft.com/apiproxy/mtp");
    }

    private static bool LeadsHere()
    {
        try
        {
            return Dns.GetHostAddresses(Name) is { Length: > 0 } addresses && Array.TrueForAll(addresses, IPAddress.IsLoopback);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
