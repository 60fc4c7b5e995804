using System.Text;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class ExampleCallsTests
{
    private static ExampleCall For(Operation operation) => MakeBelieve.Synthesizer(operation).Examples.For(operation);

    [Test]
    public void A_host_template_is_filled_and_spaces_are_encoded_but_not_quotes_and_parentheses()
    {
        Operation operation = MakeBelieve.Get("/api/roles(roleid = {roleId})/x('{name}')", null,
            new OperationParameter("roleId", "path", true, Shape.Uuid()), new OperationParameter("name", "path", true, Shape.Choice("a b/c")))
            with
        { Hosts = ["{tenant}-admin.sharepoint.com"] };

        ExampleCall call = For(operation);

        call.Host.Should().Be("contoso-admin.sharepoint.com");
        call.Path.Should().MatchRegex(@"^/api/roles\(roleid%20=%20[0-9a-f-]{36}\)/x\('a%20b%2Fc'\)$");
    }

    [Test]
    public void Required_query_values_are_there_and_optional_ones_are_not()
    {
        Operation operation = MakeBelieve.Get("/api/a", null,
            new OperationParameter("tenantId", "query", true, Shape.Uuid()), new OperationParameter("top", "query", false, Shape.Integer()),
            new OperationParameter("kinds[]", "query", true, Shape.Array(Shape.Choice("one"))));

        For(operation).Query.Should().BeEquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tenantId"] = MakeBelieve.Contoso.Id.ToString(),
            ["kinds[]"] = "one",
        });
    }

    [Test]
    public void An_id_in_the_path_is_the_tenants_own()
    {
        Operation operation = MakeBelieve.Get("/api/v1.0/{tenant}/users/{userId}/{partition}", null,
            new OperationParameter("tenant", "path", true, Shape.Text()), new OperationParameter("userId", "path", true, Shape.Text()),
            new OperationParameter("partition", "path", true, Shape.Text()));

        For(operation).Path.Should().Be($"/api/v1.0/{MakeBelieve.Contoso.Id}/users/{MakeBelieve.Contoso.Personas[0].ObjectId}/amer01");
    }

    [TestCase("application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data")]
    [TestCase("text/plain")]
    public void A_body_comes_in_the_declared_media_type(string mediaType)
    {
        Schema schema = Shape.Object(("name!", Shape.Text()), ("size", Shape.Integer()));
        Operation operation = MakeBelieve.Get("/api/a", null) with { Method = "POST", RequestBody = new OperationRequestBody(true, [new MediaContent(mediaType, schema)]) };

        ExampleCall call = For(operation);

        call.ContentType.Should().StartWith(mediaType);
        call.Body.Should().Contain("name");
    }

    [Test]
    public void Read_only_properties_stay_out_of_a_body()
    {
        Schema id = Shape.Uuid();
        id.ReadOnly = true;
        Schema schema = Shape.Object(("id!", id), ("name!", Shape.Text()));
        Operation operation = MakeBelieve.Get("/api/a", null) with { Method = "POST", RequestBody = new OperationRequestBody(true, [new MediaContent("application/json", schema)]) };

        string body = For(operation).Body!;

        body.Should().NotContain("\"id\"");
        SchemaValidator.Validate(schema, Encoding.UTF8.GetBytes(body), ValidationOptions.Request).Should().BeEmpty();
    }
}
