using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>The law of one place of a portal's answers: what stands there, night after night, until somebody changes the portal.</summary>
internal abstract record Field
{
    public abstract void Write(Utf8JsonWriter writer, Dice dice);
}
