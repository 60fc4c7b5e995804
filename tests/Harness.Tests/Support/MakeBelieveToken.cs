using System.Buffers.Text;
using System.Text.Json;

namespace Harness.Tests.Support;

/// <summary>Tokens that say what a test wants them to say; their signature is worth nothing.</summary>
internal static class MakeBelieveToken
{
    public static string With(object claims) => $"{Part(new { alg = "none" })}.{Part(claims)}.c2lnbmF0dXJl";

    public static string Reading(Guid tenant, string audience, DateTimeOffset expires, string scopes = "Reports.Read.All") => With(new
    {
        tid = tenant,
        iss = $"https://sts.windows.net/{tenant}/",
        aud = audience,
        exp = expires.ToUnixTimeSeconds(),
        scp = scopes,
    });

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
