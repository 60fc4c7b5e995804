using System.Security.Cryptography.X509Certificates;
using Harness.Identity.Keys;
using Harness.Mock;
using Harness.Mock.Trust;

namespace Harness.Cli.Doctor;

/// <summary>Programs of this machine trust the HTTPS port.</summary>
internal sealed class AuthorityCheck : IMachineCheck
{
    public string Id => "authority";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        using DevelopmentAuthority? authority = DevelopmentAuthority.Find(new KeyFolder(UserFolders.Data(surroundings.NamedData)));
        if (authority is null)
        {
            yield return CheckResult.Optional("There is no development authority yet, so nothing trusts the HTTPS port", "Run 'harness trust install'");
        }
        else if (surroundings.Clock.GetUtcNow() >= authority.End)
        {
            yield return CheckResult.Wrong($"The development authority ran out on {authority.End:yyyy-MM-dd}", "Run 'harness trust install', which makes a new one");
        }
        else
        {
            yield return IsTrusted(authority.Certificate)
                ? CheckResult.Fine($"This machine trusts the development authority until {authority.End:yyyy-MM-dd}")
                : CheckResult.Optional(
                    "This machine does not trust the development authority, so clients refuse the HTTPS port",
                    "Run 'harness trust install', or 'harness trust export' and give the file to your client (SSL_CERT_FILE, NODE_EXTRA_CA_CERTS)");
        }
    }

    private static bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true } };
        return chain.Build(certificate);
    }
}
