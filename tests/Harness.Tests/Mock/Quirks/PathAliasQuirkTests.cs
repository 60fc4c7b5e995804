using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class PathAliasQuirkTests() : ServerTests(o => o with { Families = ["m365-admin"] })
{
    private const string Host = "admin.cloud.microsoft";
    private const string Canonical = "/admin/api/settings/apps/officeonline";
    private const string Alias = "/admin/api/settings/apps/officeontheweb";

    [TestCase(Canonical, Alias)]
    [TestCase(Alias, Canonical)]
    public async Task What_is_written_under_one_name_is_read_under_both(string written, string other)
    {
        bool before = await Enabled(written);
        (await Enabled(other)).Should().Be(before);

        (await Server.Call("m365-admin", "POST", Host, written, body: $$"""{"Enabled":{{(before ? "false" : "true")}}}""")).Status.Should().Be(200);

        (await Enabled(written)).Should().Be(!before);
        (await Enabled(other)).Should().Be(!before);
    }

    [Test]
    public void An_alias_of_nothing_is_a_problem()
    {
        using var bench = new QuirkBench("path-alias: { operations: [/**], canonical: officeonline }");

        bench.Problems.Should().ContainSingle();
    }

    private async Task<bool> Enabled(string path) => (bool)(await Server.Call("m365-admin", "GET", Host, path)).Json!["Enabled"]!;
}
