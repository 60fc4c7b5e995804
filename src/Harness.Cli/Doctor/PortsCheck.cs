using System.Net;
using System.Net.Sockets;

namespace Harness.Cli.Doctor;

/// <summary>The ports that <c>serve</c> takes where nothing else is said are free.</summary>
internal sealed class PortsCheck : IMachineCheck
{
    private static readonly (string Option, int Port)[] Usual = [("--port", 5080), ("--https-port", 5443)];

    public string Id => "ports";

    public IEnumerable<CheckResult> Look(Surroundings surroundings) => Usual.Select(usual => IsFree(usual.Port)
        ? CheckResult.Fine($"Port {usual.Port} is free")
        : CheckResult.Optional($"Port {usual.Port} is taken, perhaps by a mock server that runs already", $"Stop that program, or give 'harness serve' another: {usual.Option} 0"));

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
