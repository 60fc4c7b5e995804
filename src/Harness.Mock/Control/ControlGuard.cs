using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary>Who may use the control API: a caller that addressed this machine by name, with the token when the server listens beyond it.</summary>
internal sealed class ControlGuard(bool loopbackOnly, string controlToken)
{
    private readonly byte[] _expected = Encoding.UTF8.GetBytes($"Bearer {controlToken}");

    /// <summary>Throws what the caller is answered with.</summary>
    public void Check(HttpContext http)
    {
        // A page on the internet may point its own name at 127.0.0.1; its Host header gives it away.
        if (!IsOwnName(http.Request.Host.Host))
        {
            throw new ControlRequestException(
                403, "host-refused", "The control API answers to this machine's own names only", "Call it as localhost, 127.0.0.1 or [::1].");
        }

        if (!loopbackOnly && !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), _expected))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            throw new ControlRequestException(
                401, "control-token-missing", "The control API needs its token", "Send 'Authorization: Bearer <controlToken>'; the token is in the ready file.");
        }
    }

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
