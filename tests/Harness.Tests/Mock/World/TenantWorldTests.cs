using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Mock.World;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.World;

public sealed class TenantWorldTests
{
    private static readonly Operation Users = MakeBelieve.Get("/users", Shape.Array(Shape.Object(
        ("id!", Shape.Uuid()), ("displayName", Shape.Text()), ("givenName", Shape.Text()), ("surname", Shape.Text()), ("userPrincipalName", Shape.Text()), ("mail", Shape.Text("email")),
        ("tenantId", Shape.Uuid()))));

    private static readonly Operation OneUser = MakeBelieve.Get("/users/{userId}", Users.Success!.Content[0].Schema!.Items, new OperationParameter("userId", "path", true, Shape.Text()));

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    [Test]
    public void The_tenants_personas_are_among_its_users()
    {
        JsonElement users = MakeBelieve.Synthesizer(Users, OneUser).AskJson(Users);

        users.EnumerateArray().Select(u => (Text(u, "id"), Text(u, "userPrincipalName"), Text(u, "displayName")))
            .Should().Contain(MakeBelieve.Contoso.Personas.Select(p => (p.ObjectId.ToString(), p.Upn, p.DisplayName)));
    }

    [Test]
    public void All_that_names_a_user_agrees()
    {
        foreach (JsonElement user in MakeBelieve.Synthesizer(Users, OneUser).AskJson(Users).EnumerateArray())
        {
            Text(user, "displayName").Should().Be($"{Text(user, "givenName")} {Text(user, "surname")}");
            Text(user, "mail").Should().Be(Text(user, "userPrincipalName"));
            Text(user, "tenantId").Should().Be(MakeBelieve.Contoso.Id.ToString());
        }
    }

    [Test]
    public void A_user_is_found_by_the_principal_name_too() =>
        Text(MakeBelieve.Synthesizer(Users, OneUser).AskJson(OneUser, ("userId", "NORA@contoso.com")), "displayName").Should().Be("Nora Nobody");

    [Test]
    public void Two_properties_that_point_at_one_thing_agree()
    {
        Operation alerts = MakeBelieve.Get("/alerts", Shape.Array(Shape.Object(
            ("userId", Shape.Text()), ("userDisplayName", Shape.Text()), ("deviceId", Shape.Text()), ("device", Shape.Object(("id", Shape.Text()), ("deviceName", Shape.Text()))))));

        JsonElement alert = MakeBelieve.Synthesizer(alerts, Users).AskJson(alerts)[0];
        JsonElement user = MakeBelieve.Synthesizer(Users, OneUser).AskJson(OneUser, ("userId", Text(alert, "userId")));

        Text(alert, "userDisplayName").Should().Be(Text(user, "displayName"));
        Text(alert, "deviceId").Should().Be(Text(alert.GetProperty("device"), "id"));
    }

    [Test]
    public void What_is_created_lies_back_and_what_expires_lies_ahead()
    {
        Operation operation = MakeBelieve.Get("/licenses", Shape.Array(Shape.Object(
            ("createdDateTime", Shape.Text("date-time")), ("startDate", Shape.Text("date")), ("expirationDate", Shape.Text("date")), ("endDateTime", Shape.Text("date-time")))));
        DateTimeOffset now = MakeBelieve.Clock().Now;
        foreach (JsonElement element in MakeBelieve.Synthesizer(operation).AskJson(operation).EnumerateArray())
        {
            element.GetProperty("createdDateTime").GetDateTimeOffset().Should().BeBefore(now);
            element.GetProperty("startDate").GetDateTimeOffset().Should().BeBefore(now);
            element.GetProperty("expirationDate").GetDateTimeOffset().Should().BeAfter(now);
            element.GetProperty("endDateTime").GetDateTimeOffset().Should().BeAfter(now);
        }
    }

    [Test]
    public void Discovery_answers_give_out_the_tenants_own_partition()
    {
        Operation region = MakeBelieve.Get("/users/region", Shape.Object(("partition", Shape.Text()), ("PodId", Shape.Text())));

        JsonElement answer = MakeBelieve.Synthesizer(region).AskJson(region);

        Text(answer, "partition").Should().Be("amer01");
        Text(answer, "PodId").Should().Be("pod-7");
    }

    [TestCase("users", "user")]
    [TestCase("userObjectId", null)]
    [TestCase("Machines", "device")]
    [TestCase("riskyUsers", "user")]
    [TestCase("deviceGroups", null)]
    [TestCase("servicePrincipals", "application")]
    public void Names_tell_kinds(string name, string? kind) => EntityKinds.Find(name).Should().Be(kind);

    [TestCase("userObjectId", ValueRole.Identity, "user")]
    [TestCase("MachineId", ValueRole.Identity, "device")]
    [TestCase("objectId", ValueRole.Identity, "")]
    [TestCase("assessmentId", ValueRole.Identity, "assessment")]
    [TestCase("lastModifiedBy", ValueRole.UserText, "user")]
    [TestCase("IPAddress", ValueRole.IpAddress, null)]
    [TestCase("OSVersion", ValueRole.Version, null)]
    [TestCase("@odata.nextLink", ValueRole.Paging, null)]
    [TestCase("uptime", ValueRole.None, null)]
    public void Names_tell_what_a_value_is_for(string name, ValueRole role, string? subject)
    {
        PropertyMeaning meaning = PropertyMeaning.Of(name);

        meaning.Role.Should().Be(role);
        meaning.Subject.Should().Be(subject);
    }
}
