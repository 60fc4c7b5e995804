using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Where a reference leads in the end, after all references on the way.</summary>
internal readonly record struct ReferenceTarget(string File, string Pointer, LocatedNode Node);
