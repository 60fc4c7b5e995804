using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Harness.Identity.Requests;

namespace Harness.Identity.Replies;

/// <summary>The headers that every answer of the service has, by kind: observed in recorded fixtures.</summary>
internal static class ReplyHeaders
{
    private const string Slice = "estsfd";

    public static LoginReply Add(LoginReply reply, LoginRequest request)
    {
        List<KeyValuePair<string, string>> headers = [.. Caching(reply.Kind), .. Always(request), .. Cookies(reply.Kind, request), .. reply.Headers];
        if (request.WantsClientRequestId && request.ClientRequestId is { } id && Guid.TryParse(id, out _))
        {
            headers.Add(new("client-request-id", id));
        }

        bool hasTelemetry = request.Headers.ContainsKey("x-client-current-telemetry") || request.Headers.ContainsKey("x-ms-clitelem");
        if (reply.Kind == ReplyKind.Token && hasTelemetry)
        {
            headers.Add(new("x-ms-clitelem", string.Create(CultureInfo.InvariantCulture, $"1,{reply.Failure?.Number ?? 0},0,,")));
        }

        return reply with { Headers = headers };
    }

    private static KeyValuePair<string, string>[] Caching(ReplyKind kind) => kind switch
    {
        ReplyKind.Discovery =>
        [
            new("Cache-Control", "max-age=86400, private"),
            new("Access-Control-Allow-Origin", "*"),
            new("Access-Control-Allow-Methods", "GET, OPTIONS"),
        ],
        ReplyKind.Token => [new("Cache-Control", "no-store, no-cache"), new("Pragma", "no-cache"), new("Expires", "-1"), new("Access-Control-Allow-Origin", "*")],
        _ => [new("Cache-Control", "no-store, no-cache"), new("Pragma", "no-cache"), new("Expires", "-1"), new("X-Frame-Options", "DENY"), new("Referrer-Policy", "no-referrer")],
    };

    private static KeyValuePair<string, string>[] Always(LoginRequest request) =>
    [
        new("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        new("X-Content-Type-Options", "nosniff"),
        new("P3P", "CP=\"DSP CUR OTPi IND OTRi ONL FIN\""),
        new("x-ms-request-id", request.RequestId.ToString("D")),
        new("x-ms-ests-server", "2.1.12470.11 - KRSLR1 ProdSlices"),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Cookies(ReplyKind kind, LoginRequest request)
    {
        string where = $"path={request.Address.CookiePath}; {(request.IsHttps ? "secure; HttpOnly; SameSite=None" : "HttpOnly; SameSite=Lax")}";
        string expires = request.Now.AddDays(30).ToString("R", CultureInfo.InvariantCulture);
        yield return new("Set-Cookie", $"fpc={Opaque(12)}; expires={expires}; {where}");
        if (kind == ReplyKind.Discovery)
        {
            yield return new("Set-Cookie", $"esctx={Opaque(48)}; {where}");
        }

        yield return new("Set-Cookie", $"x-ms-gateway-slice={Slice}; {where}");
        yield return new("Set-Cookie", $"stsservicecookie={Slice}; {where}");
    }

    private static string Opaque(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
