using Harness.Contracts.Schemas;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>What a contract has to say about one place. Choices between several schemas are not looked into: there it says nothing.</summary>
internal static class ContractView
{
    public static Schema? Member(Schema? schema, string name) => schema is null ? null : schema.FindProperty(name)?.Schema ?? schema.MapValues;

    /// <summary>The place names members, so that one more or one less is against it.</summary>
    public static bool NamesMembers(Schema? schema) =>
        schema is { Properties.Count: > 0, MapValues: null, OneOf.Count: 0, AnyOf.Count: 0 };

    public static ContractOpinion OnAbsence(Schema? parent, string name) =>
        parent?.FindProperty(name) is not null ? ContractOpinion.Breaks : NamesMembers(parent) ? ContractOpinion.Fits : ContractOpinion.Silent;

    public static ContractOpinion OnPresence(Schema? parent, string name) =>
        parent?.FindProperty(name) is not null ? ContractOpinion.Fits : NamesMembers(parent) ? ContractOpinion.Breaks : ContractOpinion.Silent;

    public static ContractOpinion OnKind(Schema? schema, Tally kind)
    {
        if (schema is null || (schema.Types & ~JsonTypes.Null) == JsonTypes.None || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
        {
            return ContractOpinion.Silent;
        }

        JsonTypes allowed = kind switch
        {
            Tally.Boolean => JsonTypes.Boolean,
            Tally.Integer => JsonTypes.Integer | JsonTypes.Number,
            Tally.Fraction => JsonTypes.Number,
            Tally.String => JsonTypes.String,
            Tally.Array => JsonTypes.Array,
            Tally.Object => JsonTypes.Object,
            _ => JsonTypes.Null,
        };
        return (schema.Types & allowed) != JsonTypes.None ? ContractOpinion.Fits : ContractOpinion.Breaks;
    }

    public static string Describe(Schema schema)
    {
        string types = string.Join('|', Enum.GetValues<JsonTypes>().Where(t => t is not (JsonTypes.None or JsonTypes.Null) && schema.Types.HasFlag(t)).Select(t => t.ToString().ToLowerInvariant()));
        return (types.Length == 0 ? "anything" : types) + (schema.Format is null ? "" : $"({schema.Format})");
    }
}
