using System.Security.Cryptography;
using System.Text;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Clients;

/// <summary>Checks that a client is the application it names.</summary>
internal sealed class ClientAuthentication(ClientAssertionCheck assertions)
{
    /// <exception cref="LoginRefusedException">It has not proved it.</exception>
    public CredentialKind Check(LoginRequest request, Realm realm, AppRegistration app, PresentedCredential presented)
    {
        CheckOrigin(request, app, presented);
        if (app.IsPublic() || app.IsSinglePage())
        {
            return presented.IsNothing ? CredentialKind.Public : throw new LoginRefusedException(AadstsCode.PublicClientHasSecret);
        }

        if (presented.Assertion is not null)
        {
            assertions.Check(request, realm, app, presented.Assertion);
            return CredentialKind.Certificate;
        }

        if (presented.Secret is null)
        {
            throw new LoginRefusedException(AadstsCode.NoCredential);
        }

        CheckSecret(app, presented.Secret);
        return CredentialKind.Secret;
    }

    private static void CheckSecret(AppRegistration app, string secret)
    {
        bool isRight = app.Secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(app.Secret), Encoding.UTF8.GetBytes(secret));
        if (!isRight)
        {
            throw new LoginRefusedException(AadstsCode.WrongSecret, ("app", app.ClientId.ToString("D")));
        }

        if (app.HasExpiredSecret())
        {
            throw new LoginRefusedException(AadstsCode.SecretExpired, ("app", app.ClientId.ToString("D")));
        }
    }

    // A browser sends Origin, and only a single-page app redeems from a browser.
    private static void CheckOrigin(LoginRequest request, AppRegistration app, PresentedCredential presented)
    {
        if (request.Origin is not null && (!app.IsSinglePage() || !presented.IsNothing))
        {
            throw new LoginRefusedException(AadstsCode.CrossOriginRefused);
        }

        if (request.Origin is null && app.IsSinglePage())
        {
            throw new LoginRefusedException(AadstsCode.CrossOriginRequired);
        }
    }
}
