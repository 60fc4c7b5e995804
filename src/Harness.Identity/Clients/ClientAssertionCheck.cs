using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;
using Harness.Identity.Tokens;

namespace Harness.Identity.Clients;

/// <summary>Checks the JWT that a client signs with its certificate instead of sending a secret.</summary>
/// <param name="clock">The virtual clock.</param>
/// <param name="realTime">Under it: an unchanged client dates its assertions by its own clock, and must go on working when the virtual one was moved.</param>
internal sealed class ClientAssertionCheck(TenantDirectory tenants, TimeProvider clock, TimeProvider realTime)
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    /// <exception cref="LoginRefusedException">The assertion does not prove that the client is the app.</exception>
    public void Check(LoginRequest request, Realm realm, AppRegistration app, string assertion)
    {
        if (!string.Equals(request.Form("client_assertion_type"), Type, StringComparison.Ordinal))
        {
            throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "client_assertion_type"));
        }

        CompactJws jws = CompactJws.Parse(assertion) ?? throw MalformedAssertion();
        CheckSubject(jws, app);
        CheckSignature(jws, app);
        if (!IsForUs(jws.Text("aud"), request, realm))
        {
            throw new LoginRefusedException(AadstsCode.ClientAssertionAudience);
        }

        CheckTime(jws);
    }

    private static LoginRefusedException MalformedAssertion() =>
        new(LoginFailure.Of(AadstsCode.MalformedToken) with { ErrorOverride = "invalid_client" });

    private static void CheckSubject(CompactJws jws, AppRegistration app)
    {
        string issuer = jws.Text("iss");
        string subject = jws.Text("sub");
        string own = app.ClientId.ToString("D");
        if (issuer.Contains("://", StringComparison.Ordinal))
        {
            throw new LoginRefusedException(AadstsCode.NoFederatedCredential, ("subject", subject));
        }

        if (!string.Equals(issuer, subject, StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginRefusedException(AadstsCode.SubjectIsNotIssuer);
        }

        if (!string.Equals(issuer, own, StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginRefusedException(AadstsCode.AssertionIsNotClient);
        }
    }

    private static void CheckSignature(CompactJws jws, AppRegistration app)
    {
        string shown = jws.HeaderText("x5t#S256") is { Length: > 0 } sha256 ? sha256 : jws.HeaderText("x5t");
        using X509Certificate2? certificate = CertificateOf(app);
        if (certificate is not null)
        {
            bool isNamed = shown == Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)) || shown == Base64Url.EncodeToString(certificate.GetCertHash());
            using RSA? key = certificate.GetRSAPublicKey();
            if (isNamed && key is not null && Padding(jws.HeaderText("alg")) is { } padding && key.VerifyData(jws.Signed, jws.Signature, HashAlgorithmName.SHA256, padding))
            {
                return;
            }
        }

        throw new LoginRefusedException(
            AadstsCode.ClientAssertionKey,
            ("thumbprint", shown.Length > 0 ? $"Thumbprint of key used by client: '{Hex(shown)}', " : ""),
            ("app", app.ClientId.ToString("D")));
    }

    // Reading the tenant has seen that it looks like one; what cannot be opened all the same signs nothing.
    private static X509Certificate2? CertificateOf(AppRegistration app)
    {
        try
        {
            return app.Certificate is null ? null : X509Certificate2.CreateFromPem(app.Certificate);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RSASignaturePadding? Padding(string algorithm) => algorithm switch
    {
        "RS256" => RSASignaturePadding.Pkcs1,
        "PS256" => RSASignaturePadding.Pss,
        _ => null,
    };

    private void CheckTime(CompactJws jws)
    {
        DateTimeOffset from = jws.Time("nbf") ?? DateTimeOffset.UnixEpoch;
        DateTimeOffset? to = jws.Time("exp");
        if (to is null || !(IsWithin(clock.GetUtcNow()) || IsWithin(realTime.GetUtcNow())))
        {
            throw new LoginRefusedException(
                AadstsCode.ClientAssertionTime, ("now", ErrorTimes.Text(clock.GetUtcNow())), ("from", ErrorTimes.Text(from)), ("to", ErrorTimes.Text(to ?? DateTimeOffset.UnixEpoch)));
        }

        bool IsWithin(DateTimeOffset now) => from - Leeway <= now && now < to.Value + Leeway;
    }

    /// <summary>The tenant's token endpoint or issuer, v1 or v2, on any login host or on the address the client called.</summary>
    private bool IsForUs(string audience, LoginRequest request, Realm realm)
    {
        string? path = audience.StartsWith(request.Address.BaseUrl + "/", StringComparison.OrdinalIgnoreCase)
            ? audience[request.Address.BaseUrl.Length..]
            : Uri.TryCreate(audience, UriKind.Absolute, out Uri? uri) && LoginHosts.Contains(uri.Host) ? uri.AbsolutePath : null;
        string[] segments = path?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (segments.Length == 0 || !(string.Join('/', segments[1..]).ToLowerInvariant() is "oauth2/token" or "oauth2/v2.0/token" or "v2.0" or ""))
        {
            return false;
        }

        return string.Equals(segments[0], request.TenantName, StringComparison.OrdinalIgnoreCase) || tenants.Find(segments[0])?.Id == realm.Tenant.Id;
    }

    private static string Hex(string thumbprint)
    {
        try
        {
            return Convert.ToHexString(Base64Url.DecodeFromChars(thumbprint));
        }
        catch (FormatException)
        {
            return thumbprint;
        }
    }
}
