using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Nothing but null.</summary>
internal sealed record NullField : Field
{
    public override void Write(Utf8JsonWriter writer, Dice dice) => writer.WriteNullValue();
}
