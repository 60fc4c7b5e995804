using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads what a header or query value must be: exactly one of <c>equals</c>, <c>oneOf</c>, <c>format</c>, <c>echoesCookie</c>, <c>present</c>.</summary>
internal static class ValueRuleReader
{
    private static readonly Choices<ValueRuleKind> Formats =
        new(["guid", "guid-or-domain", "date-time"], [ValueRuleKind.Guid, ValueRuleKind.GuidOrDomain, ValueRuleKind.DateTime]);

    public static ValueRule? Read(NodeReader reader, FamilyOutline family)
    {
        string[] given = [.. FamilyKeys.ValueRule.Where(reader.Has)];
        if (given.Length != 1)
        {
            string what = given.Length == 0 ? "none of them" : string.Join(" and ", given);
            reader.Log.Add(
                reader.Node,
                $"{reader.What} says once what its value must be, and has {what}",
                $"Write exactly one of: {string.Join(", ", FamilyKeys.ValueRule)}");
            return null;
        }

        return given[0] switch
        {
            "equals" => reader.Text("equals") is { } value ? new ValueRule(ValueRuleKind.OneOf, value) : null,
            "oneOf" => ReadOneOf(reader),
            "format" => new ValueRule(reader.Choice("format", Formats, ValueRuleKind.Present)),
            "echoesCookie" => reader.Text("echoesCookie") is { } cookie ? new ValueRule(ValueRuleKind.CookieEcho, NamesOf(cookie, family)) : null,
            _ => ReadPresent(reader),
        };
    }

    private static ValueRule? ReadOneOf(NodeReader reader)
    {
        string[] values = reader.Texts("oneOf");
        if (values.Length > 0)
        {
            return new ValueRule(ValueRuleKind.OneOf, values);
        }

        reader.Log.Add(reader.Find("oneOf")!, $"'oneOf' of {reader.What} allows nothing", "List at least one value");
        return null;
    }

    private static ValueRule ReadPresent(NodeReader reader)
    {
        if (!reader.Flag("present") && reader.Find("present")!.Kind == YamlKind.Boolean)
        {
            reader.Log.Add(reader.Find("present")!, $"'present: false' of {reader.What} would forbid it",
                "Write 'present: true', or remove the requirement");
        }

        return new ValueRule(ValueRuleKind.Present);
    }

    // A session cookie that goes by several names is echoed under any of them; the named one first.
    private static IEnumerable<string> NamesOf(string cookie, FamilyOutline family) =>
        family.Cookies.FirstOrDefault(c => c.Names.Contains(cookie))?.Names.Prepend(cookie).Distinct() ?? [cookie];
}
