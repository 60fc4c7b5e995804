using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Harness.Identity.Keys;

namespace Harness.Identity.Tokens;

/// <summary>Issues the make-believe bearer tokens: signed like real ones, with the claims of a v1 or v2 resource, and marked as fake.</summary>
/// <remarks>
/// The registry this project restores from holds no current Microsoft.IdentityModel, so the two JWS parts are written here. No real
/// service trusts the key, the tenant does not exist, and <see cref="FakeClaim"/> says so to a person who decodes one.
/// </remarks>
public sealed class TokenIssuer(Lazy<SigningKey> key, TimeProvider clock)
{
    /// <summary>Name of the claim that marks a token as make-believe.</summary>
    public const string FakeClaim = "harness_fake";

    public string Issue(TokenRequest request) =>
        Sign(request.IsV2, writer => AccessTokenClaims.Write(writer, request, clock.GetUtcNow()));

    public string Issue(IdTokenRequest request) =>
        Sign(request.IsV2, writer => IdTokenClaims.Write(writer, request, clock.GetUtcNow()));

    private string Sign(bool isV2, Action<Utf8JsonWriter> claims)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            claims(writer);
            writer.WriteEndObject();
        }

        // v2 tokens name their key once.
        string thumbprint = isV2 ? "" : $"\"x5t\":\"{key.Value.Thumbprint}\",";
        string header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"typ":"JWT","alg":"RS256",{{thumbprint}}"kid":"{{key.Value.Id}}"}"""));
        string signed = $"{header}.{Base64Url.EncodeToString(json.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Value.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
