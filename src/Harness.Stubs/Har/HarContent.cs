using System.Buffers.Text;
using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>A body: in the file itself, base64 or plain, or in a side file as Playwright's attach layout has it.</summary>
/// <param name="Encoding"><c>base64</c>, or null for plain text.</param>
/// <param name="File">The side file's name; null where the body stands in the HAR.</param>
/// <param name="Size">The length the browser saw; larger than the text where it cut the body off.</param>
/// <param name="Params">Form fields, where the exporter split them.</param>
public sealed record HarContent(string MimeType, string? Text, string? Encoding, string? File, int Size, IReadOnlyList<HarField> Params)
{
    /// <summary>The media type without its parameters, in lower case.</summary>
    public string MediaType => MimeType.Split(';', 2)[0].Trim().ToLowerInvariant();

    /// <summary>The body's bytes; null where there is none, or it is in a side file that <paramref name="package"/> lacks.</summary>
    public byte[]? Bytes(HarPackage package)
    {
        if (File is not null)
        {
            return package.SideFile(File);
        }

        if (Text is null || Encoding != "base64")
        {
            return Text is null ? null : System.Text.Encoding.UTF8.GetBytes(Text);
        }

        return Base64.IsValid(Text) ? Convert.FromBase64String(Text) : null;
    }

    internal static HarContent? Of(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new HarContent(
        HarJson.Text(json, "mimeType") ?? "",
        HarJson.Text(json, "text"),
        HarJson.Text(json, "encoding") ?? HarJson.Text(json, "_encoding"),
        HarJson.Text(json, "_file"),
        HarJson.Number(json, "size"),
        HarJson.Fields(json, "params"));
}
