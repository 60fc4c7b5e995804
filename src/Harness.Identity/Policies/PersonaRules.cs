using System.Security.Cryptography;
using System.Text;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Policies;

/// <summary>What the traits of a persona do to a sign-in: the state of the account, assignment, Conditional Access.</summary>
internal static class PersonaRules
{
    /// <summary>How long a sign-in counts for a persona with the trait <c>sign-in-frequency</c>.</summary>
    public static readonly TimeSpan SignInFrequency = TimeSpan.FromHours(1);

    private static readonly string[] Administrators =
        ["Global Administrator", "Privileged Role Administrator", "Application Administrator", "Cloud Application Administrator"];

    public static Persona? Find(Tenant tenant, string userName) =>
        tenant.Personas.FirstOrDefault(p => p.Upn.Length > 0 && string.Equals(p.Upn, userName.Trim(), StringComparison.OrdinalIgnoreCase));

    public static bool IsAdministrator(Persona persona) => persona.Roles.Intersect(Administrators, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Null when name and password are right and the account is usable.</summary>
    public static LoginFailure? FindProblem(Tenant tenant, string userName, string password, out Persona? persona)
    {
        persona = Find(tenant, userName);
        if (persona is null)
        {
            return LoginFailure.Of(AadstsCode.UserNotFound, ("user", userName), ("tenant", tenant.DisplayName));
        }

        if (persona.Has("passwordless"))
        {
            return LoginFailure.Of(AadstsCode.NoPassword);
        }

        bool isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(persona.Password), Encoding.UTF8.GetBytes(password));
        return isRight ? FindProblem(persona) : LoginFailure.Of(AadstsCode.WrongPassword);
    }

    /// <summary>Null when the account is usable.</summary>
    public static LoginFailure? FindProblem(Persona persona)
    {
        AadstsCode code = persona.Has("disabled") ? AadstsCode.AccountDisabled
            : persona.Has("locked") ? AadstsCode.AccountLocked
            : persona.Has("password-expired") ? AadstsCode.PasswordExpired
            : AadstsCode.None;
        return code == AadstsCode.None ? null : LoginFailure.Of(code);
    }

    /// <summary>Null when the persona may use the app.</summary>
    public static LoginFailure? FindMissingAssignment(AppRegistration app, Persona persona) =>
        !app.NeedsAssignment() || app.AssignedTo.Contains(persona.Id, StringComparer.OrdinalIgnoreCase)
            ? null
            : LoginFailure.Of(AadstsCode.NotAssigned, ("name", app.Name), ("app", app.ClientId.ToString("D")), ("user", persona.Upn));

    /// <summary>Null when policies let this sign-in through.</summary>
    /// <param name="methods">How the persona has signed in: <c>amr</c>.</param>
    /// <param name="mfaWanted">Whether the client itself asks for more than a password.</param>
    public static LoginFailure? FindPolicy(Tenant tenant, Persona persona, ApiResource resource, IReadOnlyCollection<string> methods, bool mfaWanted = false)
    {
        if (persona.Has("blocked-by-policy"))
        {
            return Policy(AadstsCode.BlockedByPolicy, tenant, resource);
        }

        if (methods.Contains(SignInMethods.Mfa))
        {
            return null;
        }

        if (persona.Has("mfa-enrollment-required"))
        {
            return Policy(AadstsCode.MfaEnrollmentRequired, tenant, resource);
        }

        return mfaWanted || persona.Has("mfa-required") ? Policy(AadstsCode.MfaRequired, tenant, resource) : null;
    }

    public static bool HasSignInFrequency(Persona persona) => persona.Has("sign-in-frequency");

    private static LoginFailure Policy(AadstsCode code, Tenant tenant, ApiResource resource)
    {
        LoginFailure failure = LoginFailure.Of(code, ("resource", resource.AppId.ToString("D")));
        Guid policy = new(SHA256.HashData(Encoding.ASCII.GetBytes($"policy{tenant.Id:N}{(int)code}")).AsSpan(0, 16));
        string wanted = $"\"{failure.Row.PolicyClaim}\":{{\"essential\":true,\"values\":[\"{policy:D}\"]}}";
        return failure with { Claims = $"{{\"access_token\":{{{wanted}}}}}" };
    }

    private static bool Has(this Persona persona, string trait) => persona.Traits.Contains(trait, StringComparer.OrdinalIgnoreCase);
}
