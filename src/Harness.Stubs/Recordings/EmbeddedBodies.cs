using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;

namespace Harness.Stubs.Recordings;

/// <summary>Takes bodies out of side files into their entry, so that they are cleaned together with it.</summary>
internal static class EmbeddedBodies
{
    private static readonly (string Owner, string Body)[] Places = [("request", "postData"), ("response", "content")];

    public static HarPart In(HarPart part, HarPackage package, ICollection<ContractProblem> problems)
    {
        if (part is not HarEntry entry || entry.Utf8.Span.IndexOf("\"_file\""u8) < 0)
        {
            return part;
        }

        JsonObject json = JsonNode.Parse(entry.Utf8.Span, documentOptions: HarJson.Lenient)!.AsObject();
        foreach ((string owner, string body) in Places)
        {
            if (json[owner] is JsonObject holder && holder[body] is JsonObject content && content["_file"] is JsonValue file && file.TryGetValue(out string? name))
            {
                Embed(content, package.SideFile(name), package, entry, problems);
            }
        }

        return entry with { Utf8 = JsonSerializer.SerializeToUtf8Bytes(json) };
    }

    private static void Embed(JsonObject content, byte[]? bytes, HarPackage package, HarEntry entry, ICollection<ContractProblem> problems)
    {
        if (bytes is null)
        {
            problems.Add(new ContractProblem(package.Name, entry.Line, 1, "an entry's body is in a side file that is missing, too large or outside the folder", "Keep the side files beside the HAR, as they were exported"));
            return;
        }

        content.Remove("_file");
        content["text"] = Convert.ToBase64String(bytes);
        content["encoding"] = "base64";
    }
}
