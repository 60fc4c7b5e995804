namespace Harness.Contracts.Access;

/// <summary>What a header or query value is measured by.</summary>
public enum ValueRuleKind
{
    /// <summary>Anything that is not empty.</summary>
    Present,

    /// <summary>One of a list of values.</summary>
    OneOf,

    Guid,

    /// <summary>A GUID or a DNS domain, as tenants are named.</summary>
    GuidOrDomain,

    /// <summary>A date and time as ISO 8601 or HTTP writes it.</summary>
    DateTime,

    /// <summary>The value of a cookie on the same call.</summary>
    CookieEcho,
}
