using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class PathOdditiesTests
{
    private const string Guid = "5f0d1c52-0000-4000-8000-00000000abcd";

    [TestCase("/users/a%2Fb", "id=a/b")]
    [TestCase("/users/a+b", "id=a+b")]
    [TestCase("/users/a%20b", "id=a b")]
    [TestCase("/users/%C3%A9%F0%9F%98%80", "id=é😀")]
    [TestCase("/users/100%", "id=100%")]
    [TestCase("/users/%zz%4", "id=%zz%4")]
    [TestCase("/users/%2541", "id=%41")]
    [TestCase("/users/%FF", "id=%FF")]
    public void A_value_is_decoded_once_within_its_segment(string path, string values)
    {
        Routes.Table("GET /users/{id}").Values(path).Should().Be(values);
    }

    [Test]
    public void A_literal_is_recognized_behind_its_escapes()
    {
        Routes.Table("GET /fd/$batch").Reach("GET /fd/%24Batch").Should().Be("GET /fd/$batch");
    }

    [Test]
    public void Several_parameters_in_a_segment_each_get_their_text()
    {
        Routes.Table("GET /beta/Connector(ReportType='{type}',StartDate={start},EndDate={end})")
            .Values("/beta/connector(reporttype=%27TLS%27,startdate=1700000000000,enddate=1700000000001)")
            .Should().Be("type=TLS start=1700000000000 end=1700000000001");
    }

    [Test]
    public void A_parameter_inside_a_segment_may_be_empty()
    {
        Routes.Table("GET /audits(level='{level}',subjectId='{subjectId}')").Values("/audits(level='',subjectId='')")
            .Should().Be("level= subjectId=");
    }

    [Test]
    public void A_parameter_that_is_a_segment_is_never_empty()
    {
        Routes.Table("GET /users/{id}/roles").Reach("GET /users//roles").Should().Be(nameof(RouteOutcome.NoSuchOperation));
    }

    [TestCase("GET /beta/Mailbox(1)", "GET /beta/Mailbox({id})")]
    [TestCase("GET /beta/MailboxReply('1')", "GET /beta/MailboxReply('{id}')")]
    [TestCase("GET /beta/MailboxReply(1)", nameof(RouteOutcome.NoSuchOperation))]
    public void Quotes_are_significant_where_the_contract_has_them(string call, string reached)
    {
        Routes.Table("GET /beta/Mailbox({id})", "GET /beta/MailboxReply('{id}')").Reach(call).Should().Be(reached);
    }

    [TestCase("/data/roles(roleid%20=%20" + Guid + ")")]
    [TestCase("/data/roles(roleid=" + Guid + ")")]
    [TestCase("/data/Roles(RoleId%20%20=" + Guid + ")")]
    [TestCase("/data/roles(roleid%20%3D%20" + Guid + ")")]
    public void Spaces_around_an_equals_sign_make_no_difference(string path)
    {
        OperationTable table =
            Routes.Table("GET /data/roles({any})", $"GET /data/roles(roleid = {Guid})", $"GET /data/roles(roleid = {Guid[..^1]}e)");
        table.Reach("GET " + path).Should().Be($"GET /data/roles(roleid = {Guid})");
    }

    [Test]
    public void Spaces_around_an_equals_sign_stay_in_a_value()
    {
        Routes.Table("GET /q(filter='{f}')").Values("/q(filter='a%20=%20b')").Should().Be("f=a = b");
    }

    [TestCase("GET /api/mt//beta/me", "GET /api/mt//beta/me")]
    [TestCase("GET /api/mt/beta/me", "GET /api/mt/beta/me")]
    [TestCase("GET /api/mt///beta/me", nameof(RouteOutcome.NoSuchOperation))]
    [TestCase("GET /part/p1//beta", "GET /part/{partition}//beta")]
    public void A_double_slash_is_a_path_of_its_own(string call, string reached)
    {
        Routes.Table("GET /api/mt//beta/me", "GET /api/mt/beta/me", "GET /part/{partition}//beta").Reach(call).Should().Be(reached);
    }

    [TestCase("GET /mtp/changeEvents/", "GET /mtp/changeEvents/")]
    [TestCase("GET /mtp/CHANGEEVENTS/", "GET /mtp/changeEvents/")]
    [TestCase("GET /mtp/changeEvents", "GET /mtp/changeevents")]
    public void Two_operations_may_differ_in_the_trailing_slash_alone(string call, string reached)
    {
        Routes.Table("GET /mtp/changeEvents/", "GET /mtp/changeevents").Reach(call).Should().Be(reached);
    }

    [TestCase("GET /queries", "GET /queries/")]
    [TestCase("GET /users/", "GET /users")]
    [TestCase("GET /users/1/", "GET /users/{id}")]
    [TestCase("GET /both/", "GET /both")]
    [TestCase("POST /both", "POST /both/")]
    [TestCase("GET /users//", nameof(RouteOutcome.NoSuchOperation))]
    public void The_other_trailing_slash_is_accepted_where_nobody_has_this_one(string call, string reached)
    {
        Routes.Table("GET /queries/", "GET /users", "GET /users/{id}", "GET /both", "POST /both/").Reach(call).Should().Be(reached);
    }

    [TestCase("GET /apiproxy/apiproxy/arm/subscriptions/1")]
    [TestCase("GET /apiproxy/arm/subscriptions/1")]
    [TestCase("GET /apiproxy/arm/subscriptions/1/")]
    public void A_doubled_prefix_may_be_sent_once(string call)
    {
        OperationTable table = Routes.Table("GET /apiproxy/apiproxy/arm/subscriptions/{id}");
        table.Reach(call).Should().Be("GET /apiproxy/apiproxy/arm/subscriptions/{id}");
        table.Values(call[4..]).Should().Be("id=1");
    }

    [Test]
    public void A_path_declared_with_one_prefix_is_not_taken_by_the_doubled_one()
    {
        Routes.Table("GET /apiproxy/apiproxy/arm", "GET /apiproxy/arm").Reach("GET /apiproxy/arm").Should().Be("GET /apiproxy/arm");
    }

    [TestCase("")]
    [TestCase("*")]
    [TestCase("users")]
    public void A_path_without_a_slash_at_its_head_is_nobodys(string path)
    {
        Routes.Table("GET /users", "GET /").Reach("GET " + path).Should().Be(nameof(RouteOutcome.NoSuchOperation));
    }

    [Test]
    public void The_root_can_be_an_operation()
    {
        Routes.Table("GET /").Reach("GET /").Should().Be("GET /");
    }
}
