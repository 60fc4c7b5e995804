namespace Harness.Stubs.Leaks;

/// <summary>How much a scan looks for.</summary>
public enum LeakScope
{
    /// <summary>Credentials of every kind: these are wrong in any file.</summary>
    Credentials,

    /// <summary>Credentials, and who somebody is: addresses of mail and network, ids, tenants.</summary>
    Everything,
}
