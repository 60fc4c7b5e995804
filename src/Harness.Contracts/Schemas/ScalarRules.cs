using System.Globalization;
using System.Text.Json;

namespace Harness.Contracts.Schemas;

/// <summary>What a schema demands of one string or number; null when it is content.</summary>
internal static class ScalarRules
{
    public static string? CheckText(Schema schema, string text, ValidationOptions options)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            int length = LengthOf(text);
            if (length < schema.MinLength)
            {
                return $"is {length} characters long, shorter than {schema.MinLength}";
            }

            if (length > schema.MaxLength)
            {
                return $"is {length} characters long, longer than {schema.MaxLength}";
            }
        }

        if (options.ChecksFormats && schema.Format is not null && !FormatRules.Admits(schema.Format, text))
        {
            return $"is no {schema.Format}";
        }

        return schema.Pattern is null || SchemaFacts.Of(schema).Matches(text) ? null : $"does not match the pattern {schema.Pattern}";
    }

    public static string? CheckNumber(Schema schema, JsonElement number)
    {
        if (schema.Format is "int32" or "int64" && !InRange(schema.Format, number))
        {
            return $"is no {schema.Format}";
        }

        if (schema.Minimum is null && schema.Maximum is null)
        {
            return null;
        }

        // A number beyond decimal is beyond any bound that a schema can hold here.
        if (!number.TryGetDecimal(out decimal value))
        {
            value = number.GetDouble() < 0 ? decimal.MinValue : decimal.MaxValue;
        }

        if (value < schema.Minimum || (schema.ExclusiveMinimum && value == schema.Minimum))
        {
            return $"{Text(value)} is below the minimum {Text(schema.Minimum!.Value)}";
        }

        return value > schema.Maximum || (schema.ExclusiveMaximum && value == schema.Maximum)
            ? $"{Text(value)} is above the maximum {Text(schema.Maximum!.Value)}"
            : null;
    }

    /// <summary>1.0 and 1e3 are integers too: JSON Schema looks at the value, not at the spelling.</summary>
    public static bool IsInteger(JsonElement number) =>
        number.TryGetInt64(out _) || (number.TryGetDecimal(out decimal value) ? decimal.IsInteger(value) : double.IsInteger(number.GetDouble()));

    private static bool InRange(string format, JsonElement number) => number.TryGetDecimal(out decimal value)
        && (!decimal.IsInteger(value) || (format == "int32" ? value is >= int.MinValue and <= int.MaxValue : value is >= long.MinValue and <= long.MaxValue));

    // JSON Schema counts characters, not UTF-16 units.
    private static int LengthOf(string text)
    {
        int length = text.Length;
        foreach (char c in text)
        {
            if (char.IsLowSurrogate(c))
            {
                length--;
            }
        }

        return length;
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
