using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>A second name of a route: what is read and written there is what stands at the canonical path.</summary>
/// <remarks>Setting: <c>canonical</c>, a path without parameters that has the same methods.</remarks>
internal sealed class PathAliasQuirk : IQuirk
{
    public const string Kind = "path-alias";

    public PathAliasQuirk(QuirkSettings settings)
    {
        Canonical = settings.Text("canonical");
        settings.Need("canonical", Canonical?.StartsWith('/') == true, "Add the path that it is another name of");
    }

    public string? Canonical { get; }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;
}
