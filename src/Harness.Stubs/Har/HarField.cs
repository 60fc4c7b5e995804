using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>A name and its value: a header, a cookie, a query value, a form field.</summary>
public sealed record HarField(string Name, string Value)
{
    internal static HarField Of(JsonElement json) => new(HarJson.Text(json, "name") ?? "", HarJson.Text(json, "value") ?? "");
}
