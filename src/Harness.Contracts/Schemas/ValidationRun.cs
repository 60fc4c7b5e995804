using System.Text.Json;

namespace Harness.Contracts.Schemas;

/// <summary>One check of one document: the violations so far and what is left of its allowance.</summary>
internal sealed class ValidationRun(ValidationOptions options)
{
    // Alternatives that lead to alternatives again do not move on in the document: without a limit a schema that is its own alternative never ends.
    private const int MaxAlternativeDepth = 6;
    private const int MaxSteps = 2_000_000;

    private readonly List<SchemaViolation> _violations = [];
    private int _alternativeDepth;
    private int _steps;

    public IReadOnlyList<SchemaViolation> Violations => _violations;

    private bool IsOver => _violations.Count >= options.MaxViolations || _steps > MaxSteps;

    public void Check(Schema schema, JsonElement value, InstancePointer at)
    {
        if (IsOver || ReferenceEquals(schema, Schema.Anything))
        {
            return;
        }

        _steps++;
        if (value.ValueKind == JsonValueKind.Null && schema.AllowsNull)
        {
            return;
        }

        if (!IsAllowed(schema.Types, value))
        {
            Report(at, $"is {Describe(value)}, not {Describe(schema.Types)}");
            return;
        }

        if (schema.Enum.Count > 0 && !SchemaFacts.Of(schema).EnumValues.Any(e => JsonElement.DeepEquals(e, value)))
        {
            Report(at, $"is none of the {schema.Enum.Count} allowed values");
        }

        CheckKind(schema, value, at);
        CheckAlternatives(schema, value, at);
    }

    private void CheckKind(Schema schema, JsonElement value, InstancePointer at)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, at);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, at);
                break;
            case JsonValueKind.String:
                Report(at, ScalarRules.CheckText(schema, value.GetString()!, options));
                break;
            case JsonValueKind.Number:
                Report(at, ScalarRules.CheckNumber(schema, value));
                break;
        }
    }

    private void CheckObject(Schema schema, JsonElement value, InstancePointer at)
    {
        foreach (SchemaProperty property in schema.Properties)
        {
            bool excused = options.IsRequest ? property.Schema.ReadOnly : property.Schema.WriteOnly;
            if (property.Required && !excused && !value.TryGetProperty(property.Name, out _))
            {
                Report(at, $"lacks the required property '{property.Name}'");
            }
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            SchemaProperty? declared = schema.FindProperty(member.Name);
            if (declared is not null)
            {
                Check(declared.Schema, member.Value, at.Property(member.Name));
            }
            else if (schema.MapValues is not null)
            {
                Check(schema.MapValues, member.Value, at.Property(member.Name));
            }
            else if (schema.IsClosed && !options.AllowsUndeclared)
            {
                Report(at.Property(member.Name), "is not declared, and the schema is closed");
            }
        }
    }

    private void CheckArray(Schema schema, JsonElement value, InstancePointer at)
    {
        int length = value.GetArrayLength();
        if (length < schema.MinItems || length > schema.MaxItems)
        {
            Report(at, $"has {length} elements, {(length < schema.MinItems ? $"fewer than {schema.MinItems}" : $"more than {schema.MaxItems}")}");
        }

        if (schema.Items is not null)
        {
            int index = 0;
            foreach (JsonElement element in value.EnumerateArray())
            {
                Check(schema.Items, element, at.Element(index++));
            }
        }

        if (schema.UniqueItems && HasTwins(value))
        {
            Report(at, "has equal elements, which must be unique");
        }
    }

    // Quadratic, so it spends steps like the rest of the check.
    private bool HasTwins(JsonElement array)
    {
        JsonElement[] elements = [.. array.EnumerateArray()];
        for (int i = 0; i < elements.Length; i++)
        {
            for (int j = 0; j < i && _steps <= MaxSteps; j++)
            {
                _steps++;
                if (JsonElement.DeepEquals(elements[i], elements[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void CheckAlternatives(Schema schema, JsonElement value, InstancePointer at)
    {
        if ((schema.OneOf.Count == 0 && schema.AnyOf.Count == 0) || _alternativeDepth >= MaxAlternativeDepth)
        {
            return;
        }

        if (schema.AnyOf.Count > 0 && CountMatches(schema.AnyOf, value) == 0)
        {
            Report(at, $"matches none of the {schema.AnyOf.Count} alternatives");
        }

        int matches = schema.OneOf.Count == 0 ? 1 : CountMatches(schema.OneOf, value);
        if (matches == 0 || (matches > 1 && !options.AlternativesMayOverlap))
        {
            Report(at, $"matches {matches} of the {schema.OneOf.Count} alternatives instead of one");
        }
    }

    private int CountMatches(IReadOnlyList<Schema> alternatives, JsonElement value)
    {
        int matches = 0;
        foreach (Schema alternative in alternatives)
        {
            ValidationRun trial = new(options with { MaxViolations = 1 }) { _alternativeDepth = _alternativeDepth + 1, _steps = _steps };
            trial.Check(alternative, value, default);
            _steps = trial._steps;
            matches += trial._violations.Count == 0 ? 1 : 0;
        }

        return matches;
    }

    private void Report(InstancePointer at, string? what)
    {
        if (what is not null && !IsOver)
        {
            _violations.Add(new SchemaViolation(at.ToString(), what));
        }
    }

    private static bool IsAllowed(JsonTypes types, JsonElement value) => types == JsonTypes.None || value.ValueKind switch
    {
        JsonValueKind.Object => types.HasFlag(JsonTypes.Object),
        JsonValueKind.Array => types.HasFlag(JsonTypes.Array),
        JsonValueKind.String => types.HasFlag(JsonTypes.String),
        JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Boolean),
        JsonValueKind.Number => types.HasFlag(JsonTypes.Number) || (types.HasFlag(JsonTypes.Integer) && ScalarRules.IsInteger(value)),
        _ => false,
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        _ => "a string",
    };

    private static string Describe(JsonTypes types) => types.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal);
}
