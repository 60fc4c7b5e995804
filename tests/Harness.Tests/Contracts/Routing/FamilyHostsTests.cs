using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class FamilyHostsTests
{
    private static readonly FamilyHosts s_hosts = new(
    [
        Family("purview", "purview.microsoft.com", "/apiproxy"),
        Family("purview-portal", "purview.microsoft.com", "/api"),
        Family("sharepoint-admin", "{tenant}-admin.sharepoint.com", ""),
    ]);

    [TestCase("/apiproxy/di/find", "purview")]
    [TestCase("/API/user/", "purview-portal")]
    [TestCase("/api", "purview-portal")]
    [TestCase("/apiproxyx/di", "purview")]
    [TestCase("/", "purview")]
    public void The_longest_base_path_decides_whose_refusal_a_call_gets(string path, string family)
    {
        s_hosts.Find("Purview.Microsoft.com", path)!.Id.Should().Be(family);
    }

    [Test]
    public void A_host_template_leads_to_its_family()
    {
        s_hosts.Find("contoso-admin.sharepoint.com", "/_api/x")!.Id.Should().Be("sharepoint-admin");
    }

    [Test]
    public void A_host_that_nobody_declares_has_no_family()
    {
        s_hosts.Find("example.com", "/api").Should().BeNull();
        s_hosts.On("example.com").Should().BeEmpty();
    }

    [Test]
    public void Families_that_share_a_host_are_listed_in_order_and_the_host_once()
    {
        s_hosts.On("purview.microsoft.com").Select(family => family.Id).Should().Equal("purview", "purview-portal");
        s_hosts.Declared.Select(host => host.Text).Should().Equal("purview.microsoft.com", "{tenant}-admin.sharepoint.com");
    }

    private static Family Family(string id, string host, string basePath) => new()
    {
        Id = id,
        Title = id,
        AccessModel = "none",
        Hosts = [new FamilyHost(HostPattern.Parse(host), basePath)],
        Refusals = new Dictionary<string, Refusal>(),
        UnknownPath = "no",
        WrongMethod = "no",
        UnknownObject = "no",
        InvalidCall = "no",
    };
}
