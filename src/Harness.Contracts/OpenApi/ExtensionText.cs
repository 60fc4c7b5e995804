using Microsoft.OpenApi;

namespace Harness.Contracts.OpenApi;

/// <summary>Reads <c>x-</c> members that hold a text.</summary>
internal static class ExtensionText
{
    public static string? Read(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension) && extension is JsonNodeExtension { Node: { } node }
            ? node.GetValue<string>()
            : null;

    public static PositionMark Position(IDictionary<string, IOpenApiExtension>? extensions) =>
        Read(extensions, PositionMark.Extension) is { } mark ? PositionMark.Parse(mark) : default;
}
