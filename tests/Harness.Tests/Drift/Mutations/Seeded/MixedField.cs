using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>One thing most of the time and another one now and then.</summary>
internal sealed record MixedField(Field Usual, Field Other, double Share) : Field
{
    public override void Write(Utf8JsonWriter writer, Dice dice) => (dice.Unit(3) < Share ? Other : Usual).Write(writer, dice);
}
