using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>An object with named members.</summary>
internal sealed record ObjectField(IReadOnlyList<FieldMember> Members) : Field
{
    public override void Write(Utf8JsonWriter writer, Dice dice)
    {
        writer.WriteStartObject();
        foreach (FieldMember member in Members)
        {
            Dice own = dice.At(member.Key);
            if (member.Presence < 1 && own.Unit(1) >= member.Presence)
            {
                continue;
            }

            writer.WritePropertyName(member.Name);
            if (member.Nulls > 0 && own.Unit(2) < member.Nulls)
            {
                writer.WriteNullValue();
            }
            else
            {
                member.Value.Write(writer, own);
            }
        }

        writer.WriteEndObject();
    }
}
