using Harness.Mock.Control;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Home;

/// <summary>What the server says on its own address to a call that is nobody's.</summary>
internal static class OwnPages
{
    public static Task NotFound(HttpContext http) => ControlAnswer.Problem(
        http,
        StatusCodes.Status404NotFound,
        "no-such-host",
        "No portal is meant",
        $"'{http.Request.Path}' on '{http.Request.Host}' names no declared host. Begin the path with one (/security.microsoft.com/...), or send it as the Host header; GET / lists them.");
}
