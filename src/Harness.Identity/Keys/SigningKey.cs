using System.Security.Cryptography;
using System.Text;

namespace Harness.Identity.Keys;

/// <summary>The RSA key that signs the make-believe tokens. It lives in the user's data folder, so a restart and a second replica share it.</summary>
public sealed class SigningKey : IDisposable
{
    private const string FileName = "token-signing.pem";

    private readonly Lock _lock = new();
    private readonly RSA _rsa = RSA.Create();

    private SigningKey(string pem)
    {
        _rsa.ImportFromPem(pem);
        RSAParameters parameters = _rsa.ExportParameters(includePrivateParameters: false);
        Modulus = Encode(parameters.Modulus!);
        Exponent = Encode(parameters.Exponent!);

        // "harness-" in the key id: whoever meets such a token sees at once where it came from.
        Id = "harness-" + Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Modulus)))[..16];
    }

    /// <summary><c>kid</c> of tokens and of the published key.</summary>
    public string Id { get; }

    /// <summary>Base64url, as a JWKS publishes it.</summary>
    public string Modulus { get; }

    /// <summary>Base64url, as a JWKS publishes it.</summary>
    public string Exponent { get; }

    public static SigningKey Open(KeyFolder folder) => new(folder.ReadOrCreate(FileName, CreatePem));

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            return _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_lock)
        {
            return _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public void Dispose() => _rsa.Dispose();

    private static string CreatePem()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
