using Harness.Contracts.Schemas;

namespace Harness.Contracts.Operations;

/// <summary>A media type and what its documents look like.</summary>
/// <param name="MediaType">As declared, e.g. <c>application/json</c>, <c>text/csv</c>.</param>
/// <param name="Schema">Null when the contract names the media type and no more.</param>
public sealed record MediaContent(string MediaType, Schema? Schema);
