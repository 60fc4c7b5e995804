using Harness.Contracts.Tenants;
using Harness.Identity.Keys;
using Harness.Identity.Protection;

namespace Harness.Identity;

/// <summary>What the token service is made of.</summary>
public sealed record TokenServiceOptions
{
    /// <summary>Every make-believe tenant.</summary>
    public required Func<IReadOnlyList<Tenant>> Tenants { get; init; }

    /// <summary>The tenant that <c>common</c> and <c>organizations</c> mean.</summary>
    public required Func<Tenant> TenantInForce { get; init; }

    public required Lazy<SigningKey> Key { get; init; }

    /// <summary>The virtual clock: everything that expires follows it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Real time, by which unchanged clients date their assertions.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;

    public required IProtectedValues Values { get; init; }

    /// <summary>Audiences that exist in a tenant beside Microsoft's well-known services and the tenant's own apps.</summary>
    public Func<Tenant, IEnumerable<string>> Audiences { get; init; } = _ => [];

    /// <summary>Told of every sign-in (<c>sid</c> of its tokens), so that a reset can end it.</summary>
    public Action<string> SessionBegun { get; init; } = _ => { };

    /// <summary>Line breaks instead of spaces before <c>Trace ID:</c>, as recordings until 2023 have them.</summary>
    public bool LineBreaksInErrors { get; init; }
}
