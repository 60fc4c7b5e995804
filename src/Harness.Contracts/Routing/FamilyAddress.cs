using Harness.Contracts.Families;

namespace Harness.Contracts.Routing;

/// <summary>A family at one of its addresses.</summary>
internal sealed record FamilyAddress(Family Family, FamilyHost Address)
{
    private readonly string _basePath = Address.BasePath.TrimEnd('/');

    public int BasePathLength => _basePath.Length;

    /// <summary>Whether the path is the base path or goes on behind it: <c>/api</c> holds <c>/api/user</c>, not <c>/apiproxy</c>.</summary>
    public bool Holds(ReadOnlySpan<char> rawPath) =>
        rawPath.StartsWith(_basePath, StringComparison.OrdinalIgnoreCase)
        && (rawPath.Length == _basePath.Length || rawPath[_basePath.Length] == '/');
}
