using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>One web socket message of a recorded connection.</summary>
/// <param name="IsSent">Sent by the browser, rather than received by it.</param>
/// <param name="Opcode">1 for text, 2 for binary; binary data are base64.</param>
public sealed record HarFrame(bool IsSent, int Opcode, string Data)
{
    internal static HarFrame Of(JsonElement json) =>
        new(HarJson.Text(json, "type") == "send", HarJson.Number(json, "opcode"), HarJson.Text(json, "data") ?? "");
}
