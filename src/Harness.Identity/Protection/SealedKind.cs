namespace Harness.Identity.Protection;

/// <summary>What a sealed value is good for.</summary>
internal enum SealedKind
{
    Code,
    RefreshToken,
    DeviceCode,

    /// <summary>Where a person is in signing in: travels through the pages as a hidden field.</summary>
    Progress,

    /// <summary>Who is signed in at the service: its cookie.</summary>
    Session,
}
