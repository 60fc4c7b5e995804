using System.Text.Json;
using Harness.Mock.World;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>An object whose keys are data, other ones every night: ids, or names that look like members.</summary>
internal sealed record MapField(Field Value, bool HasIds) : Field
{
    private const int Pool = 41;

    public override void Write(Utf8JsonWriter writer, Dice dice)
    {
        writer.WriteStartObject();
        int start = dice.Below(Pool, 1);
        int keys = 2 + dice.Below(4, 2);
        for (int i = 0; i < keys; i++)
        {
            Dice own = dice.At((ulong)i);
            // The pool's size is prime, so that no key comes twice.
            writer.WritePropertyName(HasIds ? StableHash.Guid(own.State).ToString() : NameOf((start + (i * 7)) % Pool));
            Value.Write(writer, own);
        }

        writer.WriteEndObject();
    }

    private static string NameOf(int key) => $"Feature{(char)('A' + (key / 7))}{(char)('a' + (key % 7))}";
}
