using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Harness.Identity.Requests;

/// <summary>Reads a call from the wire; its body up to a bound.</summary>
internal static class LoginRequestReader
{
    /// <summary>A form with an assertion and its certificate chain is some ten kilobytes.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly Dictionary<string, StringValues> Nothing = [];

    /// <summary>Null when the body is larger than any client's.</summary>
    public static async Task<LoginRequest?> Read(HttpContext http, LoginAddress address, DateTimeOffset now, CancellationToken cancelled)
    {
        IReadOnlyDictionary<string, StringValues>? form = await ReadForm(http.Request, cancelled);
        return form is null
            ? null
            : new LoginRequest(http, address, QueryHelpers.ParseQuery(http.Request.QueryString.Value), form, now);
    }

    private static async Task<IReadOnlyDictionary<string, StringValues>?> ReadForm(HttpRequest request, CancellationToken cancelled)
    {
        bool isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (!isForm || HttpMethods.IsGet(request.Method))
        {
            return Nothing;
        }

        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        byte[] buffer = new byte[Math.Min(request.ContentLength ?? MostBytes, MostBytes) + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancelled);
        return length > MostBytes ? null : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(buffer, 0, length));
    }
}
