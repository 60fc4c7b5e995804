using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class OperationTableTests
{
    [TestCase("GET /users/me", "GET /users/me")]
    [TestCase("GET /users/1", "GET /users/{id}")]
    [TestCase("GET /users/me/photo", "GET /users/{id}/photo")]
    [TestCase("GET /Users/ME", "GET /users/me")]
    public void A_literal_beats_a_parameter_and_the_walk_turns_back_where_it_leads_nowhere(string call, string reached)
    {
        Routes.Table("GET /users/{id}", "GET /users/me", "GET /users/{id}/photo", "GET /users/me/settings").Reach(call).Should().Be(reached);
    }

    [TestCase("GET /Directories/DomainAvailability/Details", "GET /Directories/DomainAvailability/{domainPrefix}")]
    [TestCase("GET /Directories/1/Details", "GET /Directories/{tenantId}/Details")]
    public void The_leftmost_literal_wins_where_each_of_two_templates_has_one(string call, string reached)
    {
        Routes.Table("GET /Directories/{tenantId}/Details", "GET /Directories/DomainAvailability/{domainPrefix}").Reach(call).Should().Be(reached);
    }

    [TestCase("POST /Users/ListUsers", "POST /Users/ListUsers")]
    [TestCase("GET /Users/ListUsers", "GET /users/{userId}")]
    [TestCase("HEAD /Users/ListUsers", "GET /users/{userId}")]
    public void A_literal_with_another_method_does_not_hide_the_parameter(string call, string reached)
    {
        Routes.Table("POST /Users/ListUsers", "GET /users/{userId}").Reach(call).Should().Be(reached);
    }

    [Test]
    public void A_call_with_another_method_is_told_all_that_its_path_takes()
    {
        RouteMatch match = Routes.Table("POST /users/list", "GET /users/{id}", "PATCH /users/{id}/").Match(Routes.Host, "DELETE", "/users/list");
        match.Outcome.Should().Be(RouteOutcome.MethodNotAllowed);
        match.AllowedMethods.Should().Equal("GET", "HEAD", "PATCH", "POST");
        match.Index.Should().Be(-1);
    }

    [Test]
    public void A_pattern_beats_a_parameter_and_loses_to_a_literal()
    {
        OperationTable table = Routes.Table("GET /{id}", "GET /Get('{id}')", "GET /Get('all')");
        table.Reach("GET /get('1')").Should().Be("GET /Get('{id}')");
        table.Reach("GET /get('ALL')").Should().Be("GET /Get('all')");
        table.Reach("GET /get(1)").Should().Be("GET /{id}");
    }

    [Test]
    public void An_unknown_path_and_an_unknown_host_are_told_apart()
    {
        OperationTable table = Routes.Table("GET /users");
        table.Reach("GET /groups").Should().Be(nameof(RouteOutcome.NoSuchOperation));
        table.Reach("GET /users", "elsewhere.example.com").Should().Be(nameof(RouteOutcome.NoSuchHost));
    }

    [Test]
    public void A_declared_host_without_operations_is_known()
    {
        OperationTable table = OperationTable.Compile([], [HostPattern.Parse("{tenant}.example.com")], []);
        table.Reach("GET /", "contoso.example.com").Should().Be(nameof(RouteOutcome.NoSuchOperation));
        table.HasHost("example.com").Should().BeFalse();
    }

    [Test]
    public void The_same_path_on_another_host_is_another_operation()
    {
        OperationTable table = OperationTable.Compile(
            [Routes.Operation("GET /shell", "a.example.com", "defender"), Routes.Operation("GET /shell", "b.example.com", "purview")]);
        table.Match("B.Example.com", "GET", "/shell").Operation!.Family.Should().Be("purview");
        table.Match("a.example.com", "GET", "/shell").Operation!.Family.Should().Be("defender");
    }

    [Test]
    public void Of_two_families_with_the_same_call_the_first_answers()
    {
        OperationTable table = OperationTable.Compile([Routes.Operation("GET /x/{a}", family: "one"), Routes.Operation("GET /X/{b}", family: "two")]);
        RouteMatch match = table.Match(Routes.Host, "GET", "/x/1");
        match.Operation!.Family.Should().Be("one");
        match.Index.Should().Be(0);
    }

    [Test]
    public void The_more_literal_host_goes_first_and_a_template_fills_its_gaps()
    {
        OperationTable table = OperationTable.Compile(
        [
            Routes.Operation("GET /a", "{tenant}.example.com", "template"),
            Routes.Operation("GET /b", "{tenant}.example.com", "template"),
            Routes.Operation("GET /a", "{x}-admin.example.com", "admin"),
            Routes.Operation("GET /a", "contoso.example.com", "literal"),
        ]);
        table.Match("contoso.example.com", "GET", "/a").Operation!.Family.Should().Be("literal");
        table.Match("contoso.example.com", "GET", "/b").Operation!.Family.Should().Be("template");
        table.Match("contoso-admin.example.com", "GET", "/a").Operation!.Family.Should().Be("admin");
    }

    [Test]
    public void Host_templates_that_differ_in_the_variables_name_are_one_host()
    {
        OperationTable table = OperationTable.Compile(
            [Routes.Operation("GET /a", "{*tenantHost}.api.example.com"), Routes.Operation("POST /a", "{*islandHost}.api.example.com")]);
        table.Match("x.y.api.example.com", "PUT", "/a").AllowedMethods.Should().Equal("GET", "HEAD", "POST");
    }

    [Test]
    public void Operations_that_cannot_be_read_are_reported_and_left_out()
    {
        List<ContractProblem> problems = [];
        Operation bad = Routes.Operation("GET /users/{id") with { Location = new SourceLocation("openapi.yml", 7) };
        OperationTable table = OperationTable.Compile([bad, Routes.Operation("GET /users"), Routes.Operation("GET /x", "{relayHost}")], [], problems);
        table.Operations.Should().ContainSingle().Which.Path.Should().Be("/users");
        problems.Should().HaveCount(2).And.Contain(problem => problem.Path == "openapi.yml" && problem.Line == 7);
    }

    [TestCase("/users/list")]
    [TestCase("/USERS/L%69st/")]
    public void A_found_call_without_parameters_allocates_nothing(string path)
    {
        OperationTable table = Routes.Table("GET /users/list", "POST /users/other", "GET /users/{id}");
        table.Reach("GET " + path).Should().Be("GET /users/list");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            table.Match(Routes.Host, "GET", path);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
