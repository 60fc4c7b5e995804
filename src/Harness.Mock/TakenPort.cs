using System.Globalization;
using Harness.Contracts;

namespace Harness.Mock;

/// <summary>Says which of the server's ports another program has, and the option that chooses another.</summary>
internal static class TakenPort
{
    /// <param name="message">The web server's own words: they name the address.</param>
    public static HarnessException Explain(MockServerOptions options, string message)
    {
        (int? Port, string Option)[] ports = [(options.HttpPort, "--port"), (options.HttpsPort, "--https-port"), (options.ProxyPort, "--proxy-port")];
        (int? port, string option) = Array.Find(ports, p => p.Port > 0 && message.Contains(string.Create(CultureInfo.InvariantCulture, $":{p.Port}:"), StringComparison.Ordinal));
        return new HarnessException($"port {port ?? options.HttpPort} on {options.Bind} is taken by another program", $"Choose another with {option ?? "--port"}, or 0 for a free one");
    }
}
