using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Operations;
using Harness.Identity.Keys;

namespace Harness.Mock.Trust;

/// <summary>The development certificate authority: made on first use, its key readable by its owner only, good for the mocked hosts and localhost alone.</summary>
public sealed class DevelopmentAuthority : IDisposable
{
    private const string FileName = "development-ca.pem";
    private const string Subject = "CN=Harness development CA (make-believe portals), O=Harness";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    private DevelopmentAuthority(string pem)
    {
        Certificate = X509Certificate2.CreateFromPem(pem, pem);
        Names = NameConstraints.Read(Certificate);
    }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The names it is constrained to; what lies below them is covered too.</summary>
    public IReadOnlyList<string> Names { get; }

    public DateTimeOffset Start => new(Certificate.NotBefore);

    public DateTimeOffset End => new(Certificate.NotAfter);

    /// <summary>Whether it was made just now, so that nobody can trust it yet.</summary>
    public bool IsNew { get; private init; }

    /// <summary>For others to trust: without its key.</summary>
    public string ExportPem() => Certificate.ExportCertificatePem() + "\n";

    /// <summary>The authority of this user. One that lacks a host, as a family was added since, or that has run out, is replaced.</summary>
    public static DevelopmentAuthority Open(KeyFolder keys, IEnumerable<HostPattern> hosts, TimeProvider time)
    {
        IReadOnlyList<string> names = NameConstraints.NamesOf(hosts);
        bool isNew = false;
        string pem = keys.ReadOrCreate(FileName, () => Create(names));
        var known = new DevelopmentAuthority(pem) { IsNew = isNew };
        if (names.All(known.Covers) && time.GetUtcNow() < known.End)
        {
            return known;
        }

        IReadOnlyList<string> all = [.. names.Union(known.Names, StringComparer.Ordinal)];
        known.Dispose();
        return new DevelopmentAuthority(keys.Replace(FileName, () => Create(all))) { IsNew = true };

        string Create(IReadOnlyList<string> wanted)
        {
            isNew = true;
            return CreatePem(wanted, time.GetUtcNow());
        }
    }

    /// <summary>The authority of this user as it is; null when none was made yet.</summary>
    public static DevelopmentAuthority? Find(KeyFolder keys) =>
        Path.Combine(keys.Path, FileName) is var file && File.Exists(file) ? new DevelopmentAuthority(File.ReadAllText(file)) : null;

    public void Dispose() => Certificate.Dispose();

    private bool Covers(string name) =>
        Names.Any(own => name.Equals(own, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));

    private static string CreatePem(IReadOnlyList<string> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(NameConstraints.Write(names));
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
