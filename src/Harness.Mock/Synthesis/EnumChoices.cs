using System.Text;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Sorts out the enum values that contradict the schema they stand in.</summary>
internal static class EnumChoices
{
    public static byte[][] For(Schema schema)
    {
        byte[][] all = [.. schema.Enum.Select(Encoding.UTF8.GetBytes)];
        byte[][] valid = [.. all.Where(value => SchemaValidator.IsValid(schema, value))];
        byte[][] filled = [.. valid.Where(value => !value.AsSpan().SequenceEqual("null"u8))];
        return filled.Length > 0 ? filled : valid.Length > 0 ? valid : all;
    }
}
