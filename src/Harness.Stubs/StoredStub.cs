using Harness.Stubs.Mappings;

namespace Harness.Stubs;

/// <summary>A mapping in the store.</summary>
/// <param name="Id">The mapping's own, or one that the store gave it.</param>
/// <param name="Family">The family whose hosts it answers on; null for all.</param>
/// <param name="Order">Rises with every addition: of two with the same priority the newer answers.</param>
/// <param name="IsFromFile">Whether it comes back with a reset.</param>
public sealed record StoredStub(Guid Id, string? Family, StubMapping Mapping, long Order, bool IsFromFile);
