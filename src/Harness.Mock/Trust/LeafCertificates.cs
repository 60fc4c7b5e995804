using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Mock.Trust;

/// <summary>A certificate for every host that a client names in its handshake, made when it is first asked for.</summary>
/// <param name="isServed">Whether the server answers on a host; any other name gets the certificate of localhost.</param>
/// <param name="time">Real time: clients judge certificates by their own clocks.</param>
internal sealed class LeafCertificates(Lazy<DevelopmentAuthority> authority, Predicate<string> isServed, TimeProvider time) : IDisposable
{
    private const string Own = "localhost";
    private const string OwnSuffix = ".localhost";
    private const int MostRemembered = 1024;

    // Browsers refuse more.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(390);

    private readonly ConcurrentDictionary<string, X509Certificate2> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<ECDsa> _key = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="serverName">What the client named; null or empty when it called an address.</param>
    public X509Certificate2 For(string? serverName)
    {
        string host = serverName is { Length: > 0 } && IsOurs(serverName) ? serverName.ToLowerInvariant() : Own;
        if (_known.TryGetValue(host, out X509Certificate2? known) && time.GetUtcNow() < new DateTimeOffset(known.NotAfter))
        {
            return known;
        }

        if (_known.Count >= MostRemembered)
        {
            // Not disposed: a handshake may still hold one.
            _known.Clear();
        }

        return _known[host] = Create(host);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private bool IsOurs(string host) =>
        host.Equals(Own, StringComparison.OrdinalIgnoreCase)
        || isServed(host)
        || (host.EndsWith(OwnSuffix, StringComparison.OrdinalIgnoreCase) && isServed(host[..^OwnSuffix.Length]));

    private X509Certificate2 Create(string host)
    {
        X509Certificate2 issuer = authority.Value.Certificate;
        var request = new CertificateRequest($"CN={(host.Length <= 64 ? host : "Harness")}", _key.Value, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(AlternativeNames(host));
        DateTimeOffset start = Later(time.GetUtcNow().AddDays(-1), authority.Value.Start);
        DateTimeOffset end = start + Lifetime < authority.Value.End ? start + Lifetime : authority.Value.End;
        using X509Certificate2 bare = request.Create(issuer, start, end, RandomNumberGenerator.GetBytes(16));
        X509Certificate2 certificate = bare.CopyWithPrivateKey(_key.Value);

        // Windows' TLS takes no key that lives in memory only.
        return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null) : certificate;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static X509Extension AlternativeNames(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == Own)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        return names.Build();
    }
}
