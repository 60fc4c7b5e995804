using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>What a browser sent.</summary>
/// <param name="PostData">Null where there was no body.</param>
public sealed record HarRequest(
    string Method, string Url, IReadOnlyList<HarField> Headers, IReadOnlyList<HarField> Cookies, IReadOnlyList<HarField> Query, HarContent? PostData)
{
    internal static HarRequest Of(JsonElement json) => new(
        HarJson.Text(json, "method") ?? "",
        HarJson.Text(json, "url") ?? "",
        HarJson.Fields(json, "headers"),
        HarJson.Fields(json, "cookies"),
        HarJson.Fields(json, "queryString"),
        HarContent.Of(HarJson.Member(json, "postData")));

    /// <summary>A header's first value, by name in any case.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
