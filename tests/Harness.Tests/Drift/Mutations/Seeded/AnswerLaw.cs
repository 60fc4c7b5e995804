using System.Buffers;
using System.Text.Json;
using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>How an endpoint answers: its status, its headers, and the law of its body.</summary>
internal sealed record AnswerLaw
{
    /// <summary>Null when it has none, or none of JSON.</summary>
    public Field? Body { get; init; }

    public int Status { get; init; } = 200;

    public string MediaType { get; init; } = "application/json";

    public BodyKind BodyKind { get; init; } = BodyKind.Json;

    public RedirectTarget Redirect { get; init; }

    public IReadOnlyList<string> HeaderNames { get; init; } = ["content-type", "date"];

    public byte[] Bytes(Dice dice)
    {
        if (Body is null)
        {
            return [];
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Body.Write(writer, dice);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
