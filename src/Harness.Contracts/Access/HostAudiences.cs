using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>Audiences that one backend of a family accepts, where its backends differ.</summary>
public sealed record HostAudiences(HostPattern Host, IReadOnlyList<AudiencePattern> Audiences);
