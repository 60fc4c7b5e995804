using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class NearMissesTests
{
    private static readonly OperationTable s_table = OperationTable.Compile(
    [
        Routes.Operation("GET /apiproxy/mtp/incidents/{id}"),
        Routes.Operation("POST /apiproxy/mtp/alerts/query"),
        Routes.Operation("GET /apiproxy/mtp/devices/{id}/timeline"),
        Routes.Operation("GET /apiproxy/mtp//beta/me"),
        Routes.Operation("GET /users/{id}"),
        Routes.Operation("GET /elsewhere/settings/all", "other.example.com"),
    ]);

    [TestCase("GET", "/apiproxy/mtp/alerts/query", NearMissKind.AnotherMethod, "POST /apiproxy/mtp/alerts/query", "it takes POST, not GET")]
    [TestCase("GET", "/apiproxy/mtp/incidnts/7", NearMissKind.SegmentDiffers, "GET /apiproxy/mtp/incidents/{id}", "segment 3 is 'incidnts'")]
    [TestCase("GET", "/mtp/incidents/7", NearMissKind.MissingPrefix, "GET /apiproxy/mtp/incidents/{id}", "the prefix '/apiproxy' is missing")]
    [TestCase("GET", "/apiproxy/users/7", NearMissKind.ExtraPrefix, "GET /users/{id}", "the prefix '/apiproxy' is too many")]
    [TestCase("GET", "/elsewhere/settings/all", NearMissKind.AnotherHost, "GET /elsewhere/settings/all", "it is on other.example.com, not on portal")]
    [TestCase("GET", "/apiproxy/mtp/devices/7", NearMissKind.SegmentMissing, "GET /apiproxy/mtp/devices/{id}/timeline", "5 is missing: 'timeline'")]
    [TestCase("GET", "/apiproxy/mtp/beta/me", NearMissKind.SegmentMissing, "GET /apiproxy/mtp//beta/me", "double slash")]
    [TestCase("PUT", "/users/7/", NearMissKind.AnotherMethod, "GET /users/{id}", "the trailing slash is too many; it takes GET, not PUT")]
    public void The_closest_operation_comes_first_with_its_reason(string method, string path, NearMissKind kind, string operation, string reason)
    {
        NearMiss miss = NearMisses.Find(s_table, Routes.Host, method, path)[0];
        miss.Kind.Should().Be(kind);
        $"{miss.Operation.Method} {miss.Operation.Path}".Should().Be(operation);
        miss.Reason.Should().Contain(reason);
    }

    [Test]
    public void A_path_like_nothing_else_has_no_near_miss()
    {
        NearMisses.Find(s_table, Routes.Host, "GET", "/favicon.ico").Should().BeEmpty();
    }

    [Test]
    public void No_more_than_the_limit_are_given()
    {
        OperationTable table = Routes.Table([.. Enumerable.Range(0, 50).Select(i => $"GET /a/b{i}")]);
        NearMisses.Find(table, Routes.Host, "GET", "/a/b").Should().HaveCount(5);
    }

    [Test]
    public void A_path_of_absurd_length_is_answered_all_the_same()
    {
        NearMisses.Find(s_table, Routes.Host, "GET", string.Concat(Enumerable.Repeat("/a", 20_000))).Should().BeEmpty();
        NearMisses.Find(s_table, Routes.Host, "GET", "/apiproxy/mtp/" + new string('x', 100_000) + "/7").Should().NotBeNull();
    }
}
