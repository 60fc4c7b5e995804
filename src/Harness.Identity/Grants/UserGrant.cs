namespace Harness.Identity.Grants;

/// <summary>What a code or a refresh token stands for: a user who let an application in.</summary>
/// <param name="Id">Its own: a code is good once, a refresh token until its successor is issued.</param>
/// <param name="Line">The same in everything that descends from one sign-in, so that a stolen token ends them all.</param>
/// <param name="Resource">As the client named it.</param>
/// <param name="SignedInAt">When the user proved who they are.</param>
internal sealed record UserGrant(
    Guid Id, Guid Line, Guid Tenant, Guid Client, Guid User, bool IsV2, string Resource, DateTimeOffset IssuedAt, DateTimeOffset SignedInAt)
{
    /// <summary>v2: the scope parameter as sent.</summary>
    public string? Scope { get; init; }

    public string? RedirectUri { get; init; }

    public string? Challenge { get; init; }

    public bool IsPlainChallenge { get; init; }

    public string? Nonce { get; init; }

    /// <summary>How the user signed in: <c>amr</c>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Authentication contexts that were satisfied: <c>acrs</c>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    public bool IsSinglePage { get; init; }
}
