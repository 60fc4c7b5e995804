using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Tenants.Reading;

namespace Harness.Tests.Contracts.Tenants;

internal sealed class PemBlockTests
{
    private string _pem = "";

    [OneTimeSetUp]
    public void Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=make-believe", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _pem = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }

    [Test]
    public void What_the_library_writes_is_found_whatever_the_line_ends_are()
    {
        foreach (string text in new[] { _pem, _pem.Replace("\n", "\r\n", StringComparison.Ordinal), _pem + "\n" })
        {
            PemBlock.IsIn(text, "CERTIFICATE").Should().BeTrue();
            PemBlock.IsIn(text, "PRIVATE KEY").Should().BeTrue();
            PemBlock.IsIn(text, "PUBLIC KEY").Should().BeFalse();
        }
    }

    [Test]
    public void Keys_of_every_kind_and_length_are_keys()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        foreach (string pem in new[] { rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportRSAPrivateKeyPem(), ec.ExportPkcs8PrivateKeyPem(), ec.ExportECPrivateKeyPem() })
        {
            PemBlock.HasPrivateKey(pem).Should().BeTrue(pem.Split('\n')[0]);
        }

        PemBlock.HasPrivateKey(rsa.ExportSubjectPublicKeyInfoPem()).Should().BeFalse();
    }

    [Test]
    public void A_block_that_lost_a_line_a_dash_or_a_letter_is_none()
    {
        string[] lines = _pem.Split('\n');
        PemBlock.IsIn(string.Join('\n', lines.Where((_, i) => i != 3)), "CERTIFICATE").Should().BeFalse("a line is missing");
        PemBlock.IsIn(_pem.Replace("-----END CERTIFICATE-----", "----END CERTIFICATE-----", StringComparison.Ordinal), "CERTIFICATE").Should().BeFalse("its end is missing");
        PemBlock.IsIn(_pem.Replace(lines[2], lines[2].Remove(5, 1), StringComparison.Ordinal), "CERTIFICATE").Should().BeFalse("a letter is missing");
        PemBlock.IsIn(_pem.Replace(lines[2], "?" + lines[2][1..], StringComparison.Ordinal), "CERTIFICATE").Should().BeFalse("a letter is none of base64's");
    }

    [TestCase("")]
    [TestCase("nothing")]
    [TestCase("-----BEGIN CERTIFICATE-----")]
    [TestCase("-----BEGIN CERTIFICATE----------END CERTIFICATE-----")]
    [TestCase("-----END CERTIFICATE----------BEGIN CERTIFICATE-----")]
    [TestCase("-----BEGIN CERTIFICATE-----\naGVsbG8gd29ybGQ=\n-----END CERTIFICATE-----")]
    public void Other_texts_have_none(string text) => PemBlock.IsIn(text, "CERTIFICATE").Should().BeFalse();
}
