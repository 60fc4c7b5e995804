using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Yaml;

namespace Harness.Tests.Support;

/// <summary>A small family around the lines that a test is about.</summary>
internal static class TestFamily
{
    public const string Path = "contracts/portal/family.yml";

    /// <summary>A sound family without access requirements; lines appended to it are further top-level keys.</summary>
    public const string Frame =
        """
        id: portal
        title: Portal
        accessModel: Whatever the test says
        hosts: ["https://admin.example.com/api", "https://{tenant}-admin.example.com", "https://other.example.com"]
        refusals:
          no: { status: 403, evidence: inferred }
          gone: { status: 404, evidence: inferred }
        unknownPath: gone
        wrongMethod: gone
        unknownObject: gone
        invalidCall: no

        """;

    /// <summary>The only requirement in <paramref name="access"/>, which is one entry of the list, without its dash and its refusals.</summary>
    public static T Requirement<T>(string access)
        where T : IAccessRequirement => Access(access).Should().ContainSingle().Which.Should().BeOfType<T>().Subject;

    public static IReadOnlyList<IAccessRequirement> Access(params string[] entries) => WithAccess(entries).Access;

    public static Family WithAccess(params string[] entries) =>
        Read(Frame + "access:\n" + string.Concat(entries.Select(e => $"  - {{ {e}, refusal: {{ missing: no }} }}\n")));

    public static Family Read(string yaml)
    {
        Family? family = Read(yaml, out List<ContractProblem> problems);
        problems.Should().BeEmpty();
        return family!;
    }

    public static Family? Read(string yaml, out List<ContractProblem> problems)
    {
        problems = [];
        using var text = new StringReader(yaml);
        return FamilyReader.Read(YamlReader.Read(text, Path, problems)!, Path, problems);
    }
}
