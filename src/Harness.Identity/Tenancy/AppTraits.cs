using Harness.Contracts.Tenants;

namespace Harness.Identity.Tenancy;

/// <summary>What the traits of an app in a tenant file mean to the service.</summary>
internal static class AppTraits
{
    public static bool IsPublic(this AppRegistration app) => app.Has("public-client");

    public static bool IsDisabled(this AppRegistration app) => app.Has("disabled");

    public static bool IsSinglePage(this AppRegistration app) => app.Has("spa");

    /// <summary>id_token and token may be had from authorize.</summary>
    public static bool IsImplicit(this AppRegistration app) => app.Has("implicit");

    public static bool IsFirstParty(this AppRegistration app) => app.Has("first-party");

    public static bool IsSingleTenant(this AppRegistration app) => app.Has("single-tenant");

    public static bool IsThrottled(this AppRegistration app) => app.Has("throttled");

    public static bool IsLooping(this AppRegistration app) => app.Has("looping");

    public static bool NeedsAssignment(this AppRegistration app) => app.Has("assignment-required");

    public static bool HasExpiredSecret(this AppRegistration app) => app.Has("secret-expired");

    /// <summary>An app that others ask tokens for gets v1 ones.</summary>
    public static bool WantsV1Tokens(this AppRegistration app) => app.Has("v1-tokens");

    private static bool Has(this AppRegistration app, string trait) => app.Traits.Contains(trait, StringComparer.OrdinalIgnoreCase);
}
