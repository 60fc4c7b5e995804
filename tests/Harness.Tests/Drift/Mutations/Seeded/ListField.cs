using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>A list whose length changes from night to night, and which is empty now and then.</summary>
internal sealed record ListField(Field Item, int Least, int Most, double Empty = 0) : Field
{
    public override void Write(Utf8JsonWriter writer, Dice dice)
    {
        writer.WriteStartArray();
        int length = dice.Unit(1) < Empty ? 0 : Least + dice.Below(Most - Least + 1, 2);
        for (int i = 0; i < length; i++)
        {
            Item.Write(writer, dice.At((ulong)i));
        }

        writer.WriteEndArray();
    }
}
