using Harness.Contracts.Routing;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>Addresses other hosts of this server in the form in which the call came: a redirect never leads off to the real host, and never changes the form.</summary>
internal static class SameForm
{
    private const string LocalSuffix = ".localhost";

    /// <param name="host">A declared host.</param>
    /// <param name="pathAndQuery">On that host, from its first slash on.</param>
    public static string Url(HttpContext http, RequestAddress from, string host, string pathAndQuery)
    {
        // Relative, so that no Host header of the caller's choice ends up in it.
        if (from.Form == AddressForm.Path)
        {
            return $"/{host}{pathAndQuery}";
        }

        string name = from.Form == AddressForm.Subdomain ? host + LocalSuffix : host;
        HostString authority = http.Request.Host.Port is { } port ? new HostString(name, port) : new HostString(name);
        return $"{http.Request.Scheme}://{authority}{pathAndQuery}";
    }
}
