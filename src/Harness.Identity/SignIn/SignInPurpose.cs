namespace Harness.Identity.SignIn;

/// <summary>What somebody signs in for.</summary>
internal enum SignInPurpose
{
    Authorize,
    AdminConsent,
    Device,
}
