using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Harness.Contracts.Tenants;

namespace Harness.Tests.Identity;

/// <summary>Client assertions written by hand, so that each part can be wrong.</summary>
internal static class Assertions
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static string Sign(
        AppRegistration app,
        string audience,
        string algorithm = "PS256",
        bool sha256Thumbprint = true,
        string? issuer = null,
        string? subject = null,
        TimeSpan? from = null,
        TimeSpan? to = null,
        bool timesAsText = false,
        RSA? key = null)
    {
        using var certificate = X509Certificate2.CreateFromPem(app.Certificate!, app.Certificate!);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        long nbf = (now + (from ?? TimeSpan.Zero)).ToUnixTimeSeconds();
        long exp = (now + (to ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds();
        var header = new Dictionary<string, string>
        {
            ["alg"] = algorithm,
            ["typ"] = "JWT",
            [sha256Thumbprint ? "x5t#S256" : "x5t"] = Base64Url.EncodeToString(sha256Thumbprint ? certificate.GetCertHash(HashAlgorithmName.SHA256) : certificate.GetCertHash()),
        };
        var payload = new Dictionary<string, object>
        {
            ["aud"] = audience,
            ["iss"] = issuer ?? app.ClientId.ToString("D"),
            ["sub"] = subject ?? app.ClientId.ToString("D"),
            ["jti"] = "one",
            ["nbf"] = timesAsText ? nbf.ToString() : nbf,
            ["exp"] = timesAsText ? exp.ToString() : exp,
        };
        string signed = $"{Encode(header)}.{Encode(payload)}";
        using RSA own = certificate.GetRSAPrivateKey()!;
        byte[] signature = (key ?? own).SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
