using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>What came back.</summary>
/// <param name="Status">0 (or -1) where the browser got no answer.</param>
/// <param name="Content">Null where the exporter left the body out.</param>
public sealed record HarResponse(int Status, string StatusText, IReadOnlyList<HarField> Headers, IReadOnlyList<HarField> Cookies, HarContent? Content, string RedirectUrl)
{
    internal static HarResponse Of(JsonElement json) => new(
        HarJson.Number(json, "status"),
        HarJson.Text(json, "statusText") ?? "",
        HarJson.Fields(json, "headers"),
        HarJson.Fields(json, "cookies"),
        HarContent.Of(HarJson.Member(json, "content")),
        HarJson.Text(json, "redirectURL") ?? "");

    /// <summary>A header's first value, by name in any case.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
