using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>What a validator sees that knows the contract and no earlier night: how often an answer breaks it, at three degrees of strictness.</summary>
internal static class ContractEye
{
    private const int Deepest = 40;

    /// <summary>The contract as it is written.</summary>
    public static int AsWritten(Operation operation, AnswerLaw law, byte[] body) =>
        Answer(operation, law) + (SchemaOf(operation) is { } schema && body.Length > 0 && law.Status < 300 ? SchemaValidator.Validate(schema, body, new ValidationOptions { MaxViolations = 1000 }).Count : 0);

    /// <summary>Undeclared members break it as well where members are declared.</summary>
    public static int Closed(Operation operation, AnswerLaw law, byte[] body) => AsWritten(operation, law, body) + Walk(operation, law, body, isRequired: false);

    /// <summary>Missing ones too.</summary>
    public static int AllRequired(Operation operation, AnswerLaw law, byte[] body) => AsWritten(operation, law, body) + Walk(operation, law, body, isRequired: true);

    // A documented status, with a documented media type.
    private static int Answer(Operation operation, AnswerLaw law)
    {
        OperationResponse? declared = operation.Responses.FirstOrDefault(r => r.Status == law.Status)
            ?? operation.Responses.FirstOrDefault(r => r.IsDefault || (r.Key.EndsWith("XX", StringComparison.OrdinalIgnoreCase) && r.Status / 100 == law.Status / 100));
        return declared is null ? 1
            : law.Body is null && declared.Content.Count > 0 && law.MediaType == "application/json" ? 1
            : law.Status < 300 && declared.Content.Count > 0 && !declared.Content.Any(c => string.Equals(c.MediaType.Split(';')[0].Trim(), law.MediaType, StringComparison.OrdinalIgnoreCase)) ? 1
            : 0;
    }

    private static int Walk(Operation operation, AnswerLaw law, byte[] body, bool isRequired)
    {
        if (SchemaOf(operation) is not { } schema || body.Length == 0 || law.Status >= 300)
        {
            return 0;
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return Count(schema, document.RootElement, isRequired, 0);
    }

    private static int Count(Schema schema, JsonElement value, bool isRequired, int depth) => (value.ValueKind, depth < Deepest) switch
    {
        (JsonValueKind.Array, true) when schema.Items is { } items => value.EnumerateArray().Sum(e => Count(items, e, isRequired, depth + 1)),
        (JsonValueKind.Object, true) when schema is { OneOf.Count: 0, AnyOf.Count: 0 } => Members(schema, value, isRequired, depth),
        _ => 0,
    };

    private static int Members(Schema schema, JsonElement value, bool isRequired, int depth)
    {
        int found = isRequired ? schema.Properties.Count(p => !p.Schema.WriteOnly && !value.TryGetProperty(p.Name, out _)) : 0;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            Schema? declared = schema.FindProperty(member.Name)?.Schema ?? schema.MapValues;
            found += declared is not null ? Count(declared, member.Value, isRequired, depth + 1) : schema.Properties.Count > 0 ? 1 : 0;
        }

        return found;
    }

    private static Schema? SchemaOf(Operation operation) =>
        operation.Success?.Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))?.Schema;
}
