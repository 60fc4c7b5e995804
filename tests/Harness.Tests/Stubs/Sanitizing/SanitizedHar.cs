using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>Sanitizes a planted recording in memory.</summary>
internal static class SanitizedHar
{
    public const string Key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public static SanitizerOptions Options(string key = Key) => new(SanitizerKey.FromHex(key));

    public static IReadOnlyList<JsonObject> Of(PlantedHar planted, SanitizerOptions? options = null)
    {
        HarPart[] parts = Parts(planted.ToBytes());
        var sanitizer = new Sanitizer(options ?? Options());
        foreach (HarPart part in parts)
        {
            sanitizer.Learn(part);
        }

        return [.. parts.OfType<HarEntry>().Select(e => JsonNode.Parse(sanitizer.Clean(e).Utf8.Span)!.AsObject())];
    }

    public static HarPart[] Parts(byte[] har)
    {
        var problems = new List<ContractProblem>();
        HarPart[] parts = [.. HarReader.Read(new MemoryStream(har), "planted.har", problems)];
        problems.Should().BeEmpty();
        return parts;
    }
}
