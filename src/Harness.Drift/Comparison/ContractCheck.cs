using Harness.Contracts.Schemas;
using Harness.Drift.Inference;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Holds a shape against its contract alone, for as long as there is no baseline: every declared member is expected, no other one is.</summary>
internal sealed class ContractCheck
{
    private const int Deepest = 40;

    private static readonly Streak Unknown = new(0, 0, 1, false);

    private readonly List<Difference> _found = [];
    private readonly bool _countsEmpty;

    private ContractCheck(bool countsEmpty) => _countsEmpty = countsEmpty;

    /// <param name="countsEmpty">Whether an object without any member is against a contract that names some.</param>
    public static IReadOnlyList<Difference> Differences(Schema? schema, ShapeNode root, bool countsEmpty)
    {
        var check = new ContractCheck(countsEmpty);
        if (schema is not null)
        {
            check.Visit(schema, root, "", 0);
        }

        return check._found;
    }

    private void Visit(Schema schema, ShapeNode node, string pointer, int depth)
    {
        if (depth > Deepest || node.Occurrences == 0 || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
        {
            return;
        }

        if (ShapeWords.Kinds(node).Where(k => ContractView.OnKind(schema, k) == ContractOpinion.Breaks).ToArray() is { Length: > 0 })
        {
            string rule = pointer.Length == 0 ? "DRIFT204" : ShapeWords.Kinds(node).Any(k => k is Tally.Object or Tally.Array) ? "DRIFT317" : "DRIFT305";
            Add(rule, pointer, ContractView.Describe(schema), ShapeWords.Describe(node), "The contract has another kind of value here.");
            return;
        }

        Values(schema, node, pointer);
        if (ContractView.NamesMembers(schema) && node[Tally.Object] > 0)
        {
            Members(schema, node, pointer, depth);
        }

        if (schema.Items is { } items && node.Items is { } elements)
        {
            Visit(items, elements, pointer + "/*", depth + 1);
        }

        if (schema.MapValues is { } values && schema.Properties.Count == 0)
        {
            foreach (ShapeNode value in node.Members.Select(m => m.Node).Append(node.MapValues).OfType<ShapeNode>())
            {
                Visit(values, value, pointer + "/*", depth + 1);
            }
        }
    }

    private void Members(Schema schema, ShapeNode node, string pointer, int depth)
    {
        SchemaProperty[] declared = [.. schema.Properties.Where(p => !p.Schema.WriteOnly)];
        if (node.Members.Count > 0 && declared.Length > 1 && declared.All(p => node.FindMember(p.Name) is null))
        {
            Add("DRIFT204", pointer, $"{declared.Length} declared members", "none of them", "Not one of the members that the contract names came.", "envelope-changed");
            return;
        }

        foreach (SchemaProperty property in declared)
        {
            string at = pointer + "/" + Place.Escape(property.Name);
            if (node.FindMember(property.Name) is { } member)
            {
                Visit(property.Schema, member, at, depth + 1);
            }
            else if (IsTold(node) && !Claims.IsPaging(property.Name))
            {
                Add("DRIFT301", at, ContractView.Describe(property.Schema), "absent", "The contract names it, and no object had it.");
            }
        }

        if (schema.MapValues is null)
        {
            foreach (ShapeMember member in node.Members.Where(m => schema.FindProperty(m.Name) is null))
            {
                Add("DRIFT303", pointer + "/" + Place.Escape(member.Name), "absent", ShapeWords.Describe(member.Node), "The contract does not name it.");
            }
        }
    }

    // Where an object without members has always come, it is no proof of what the contract should say; where one comes first, it lacks what is named.
    private bool IsTold(ShapeNode node) => node.Members.Count > 0 || (_countsEmpty && node.MapValues is null);

    private void Values(Schema schema, ShapeNode node, string pointer)
    {
        if (node[Tally.Null] > 0 && ContractView.OnKind(schema, Tally.Null) == ContractOpinion.Breaks)
        {
            Add("DRIFT308", pointer, ContractView.Describe(schema), ShapeWords.Describe(node), "The contract does not allow null here.");
        }

        long texts = node[Tally.String] - node[Tally.EmptyText];
        long fitting = schema.Format switch
        {
            "uuid" or "guid" => node[Tally.Uuid],
            "date-time" => node[Tally.DateTimeUtc] + node[Tally.DateTimeOffset] + node[Tally.DateTimeLocal],
            _ => texts,
        };
        if (texts > 0 && fitting == 0)
        {
            Add("DRIFT314", pointer, ContractView.Describe(schema), ShapeWords.Describe(node), "No text has the form that the contract names.");
        }

        if (schema.Enum.Count > 0 && node.Literals.IsOpen && node.Literals.All.Any(l => !schema.Enum.Contains($"\"{l.Text}\"")))
        {
            Add("DRIFT311", pointer, $"{schema.Enum.Count} declared words", "a word outside them", "The contract lists the words, and another one came.");
        }
    }

    private void Add(string rule, string pointer, string before, string after, string because, string? kind = null) =>
        _found.Add(new Difference(RuleRegistry.Get(rule), pointer, Unknown, ContractOpinion.Breaks, before, after, because) { Kind = kind, IsPlain = true });
}
