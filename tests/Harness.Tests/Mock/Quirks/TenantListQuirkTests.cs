using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class TenantListQuirkTests
{
    [TestCase("global-admin", "Contoso,Sister")]
    [TestCase("no-roles", "Contoso")]
    public void The_list_is_the_callers_own(string persona, string names)
    {
        using var bench = new QuirkBench("""tenant-list: { operations: [/**], at: /list, item: '{"id":"{each.id}","name":"{each.name}"}', othersFor: [Global Administrator] }""");

        var list = bench.Amended(bench.Call("GET", "/x", persona), """{"list":[{"id":"chance","selected":true}]}""")!["list"]!.AsArray();

        string.Join(',', list.Select(t => (string)t!["name"]!)).Should().Be(names);
        list.Should().OnlyContain(t => (bool)t!["selected"]!, "what the item does not say was made up");
    }
}
