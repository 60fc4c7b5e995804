using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Harness.Identity.Keys;

/// <summary>The RSA key that signs the make-believe tokens. It lives in the user's data folder, so a restart and a second replica share it.</summary>
public sealed class SigningKey : IDisposable
{
    private const string FileName = "token-signing.pem";

    private readonly Lock _lock = new();
    private readonly RSA _rsa = RSA.Create();
    private readonly Lazy<X509Certificate2> _certificate;

    private SigningKey(string pem)
    {
        _rsa.ImportFromPem(pem);
        RSAParameters parameters = _rsa.ExportParameters(includePrivateParameters: false);
        Modulus = Encode(parameters.Modulus!);
        Exponent = Encode(parameters.Exponent!);

        // "harness-" in the key id: whoever meets such a token sees at once where it came from.
        Id = "harness-" + Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Modulus)))[..16];
        _certificate = new Lazy<X509Certificate2>(CreateCertificate);
    }

    /// <summary><c>kid</c> of tokens and of the published key.</summary>
    public string Id { get; }

    /// <summary>Base64url, as a JWKS publishes it.</summary>
    public string Modulus { get; }

    /// <summary>Base64url, as a JWKS publishes it.</summary>
    public string Exponent { get; }

    /// <summary>The key's certificate as a JWKS publishes it (<c>x5c</c>): base64 of its DER. The same every time.</summary>
    public string CertificateText => Convert.ToBase64String(_certificate.Value.RawData);

    /// <summary><c>x5t</c> of v1 tokens and of the published key.</summary>
    public string Thumbprint => Encode(_certificate.Value.GetCertHash());

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

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }

        _rsa.Dispose();
    }

    // Fixed dates and serial: replicas that share the key publish the same certificate. It proves nothing but the key.
    private X509Certificate2 CreateCertificate()
    {
        lock (_lock)
        {
            var name = new X500DistinguishedName("CN=make-believe.accounts.accesscontrol.windows.net");
            var request = new CertificateRequest(name, _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return request.Create(
                name,
                X509SignatureGenerator.CreateForRSA(_rsa, RSASignaturePadding.Pkcs1),
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero),
                [1]);
        }
    }

    private static string CreatePem()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
