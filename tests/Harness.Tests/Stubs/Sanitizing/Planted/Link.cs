using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Two places that name the same thing.</summary>
/// <param name="List">The entry that lists it, and how to read it there.</param>
/// <param name="Detail">The entry that asks for it, and how to read it there in the list's spelling.</param>
internal sealed record Link(string Name, (int Entry, Func<JsonObject, string> Read) List, (int Entry, Func<JsonObject, string> Read) Detail);
