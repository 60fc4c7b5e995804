using System.Globalization;
using System.Text.Json;
using Harness.Contracts.Yaml;

namespace Harness.Stubs.Json;

/// <summary>An object that is being read: gives the value of a member, or complains about it where it stands.</summary>
/// <remarks>A member that is null counts as left out.</remarks>
internal sealed class ObjectReader
{
    private readonly StringComparison _comparison;

    private ObjectReader(LocatedJson node, string what, MappingProblems problems, StringComparison comparison)
    {
        Node = node;
        What = what;
        Problems = problems;
        _comparison = comparison;
    }

    public LocatedJson Node { get; }

    /// <summary>What is being read, as problems call it: <c>the response</c>.</summary>
    public string What { get; }

    public MappingProblems Problems { get; }

    /// <summary>Null, with a problem, when the value is no object.</summary>
    /// <param name="comparison">WireMock.Net reads names in any case, WireMock does not.</param>
    public static ObjectReader? Open(LocatedJson node, string what, MappingProblems problems, StringComparison comparison)
    {
        if (node.Kind == JsonValueKind.Object)
        {
            return new ObjectReader(node, what, problems, comparison);
        }

        problems.Add(node, $"{what} must be an object, not {node.Describe()}", "Write { ... }");
        return null;
    }

    /// <summary>Reports every member that is not known here, and every known one that cannot be honored.</summary>
    /// <param name="refused">Members that mean something in the dialect, but not to this server, with the remedy.</param>
    public void Allow(IReadOnlyCollection<string> known, IReadOnlyDictionary<string, string> refused)
    {
        foreach (LocatedMember member in Node.Members.Where(m => m.Value.Kind != JsonValueKind.Null))
        {
            string? name = refused.Keys.FirstOrDefault(k => k.Equals(member.Name, _comparison));
            if (name is not null && !IsEmpty(member.Value))
            {
                Problems.Add(member.Line, member.Column, $"'{name}' in {What} cannot be served", refused[name]);
            }
            else if (name is null && !known.Any(k => k.Equals(member.Name, _comparison)))
            {
                Problems.Add(member.Line, member.Column, $"unknown member '{member.Name}' in {What}", NearestWord.Advise(member.Name, known));
            }
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public LocatedJson? Find(string name) => Node.Find(name, _comparison);

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.String)
        {
            return value.Text;
        }

        Problems.Add(value, $"'{name}' in {What} must be text, not {value.Describe()}", "Put it in quotes");
        return null;
    }

    public bool Flag(string name)
    {
        if (Find(name) is { Kind: not (JsonValueKind.True or JsonValueKind.False) } value)
        {
            Problems.Add(value, $"'{name}' in {What} must be true or false, not {value.Describe()}", "Write true or false without quotes");
        }

        return Find(name)?.Kind == JsonValueKind.True;
    }

    public int? Integer(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        Problems.Add(value, $"'{name}' in {What} must be a whole number, not {value.Describe()}", $"Write a number from {least} to {most}");
        return null;
    }

    /// <summary>Elements of an array; empty when it is left out or no array.</summary>
    public IReadOnlyList<LocatedJson> Items(string name)
    {
        if (Find(name) is not { Kind: not JsonValueKind.Array } value)
        {
            return Find(name)?.Items ?? [];
        }

        Problems.Add(value, $"'{name}' in {What} must be an array, not {value.Describe()}", "Write [ ... ]");
        return [];
    }

    /// <summary>An object under the name; null when it is left out or no object.</summary>
    public ObjectReader? Child(string name, string what) => Find(name) is { } value ? Open(value, what, Problems, _comparison) : null;

    private static bool IsEmpty(LocatedJson value) => value.Kind switch
    {
        JsonValueKind.False => true,
        JsonValueKind.Array => value.Items.Count == 0,
        JsonValueKind.Object => value.Members.Count == 0,
        _ => false,
    };
}
