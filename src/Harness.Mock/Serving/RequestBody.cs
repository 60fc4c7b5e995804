using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Mock.Serving;

/// <summary>Reads the body of a call, up to a bound.</summary>
internal static class RequestBody
{
    /// <summary>More than any admin portal sends; a larger body is refused by the server itself.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public static bool IsExpected(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? http.Request.ContentLength is > 0;

    public static async Task<ReadOnlyMemory<byte>> Read(HttpContext http)
    {
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 1024, MostBytes));
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
