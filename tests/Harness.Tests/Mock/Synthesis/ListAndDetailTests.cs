using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class ListAndDetailTests
{
    private static readonly Schema Device = Shape.Object(
        ("id!", Shape.Uuid()), ("deviceName", Shape.Text().Nullable()), ("osPlatform", Shape.Text().Nullable()), ("riskScore", Shape.Integer().Nullable()),
        ("owner", Shape.Object(("userPrincipalName", Shape.Text()), ("displayName", Shape.Text()))), ("tags", Shape.Array(Shape.Text())));

    private static readonly Schema DeviceDetail = Shape.Object(
        [.. Device.Properties.Select(p => (p.Name, p.Schema)), ("memberCount", Shape.Integer()), ("lastSeen", Shape.Text("date-time"))]);

    private static readonly Operation Devices = MakeBelieve.Get("/api/devices", Shape.Object(("value", Shape.Array(Device)), ("count", Shape.Integer())));

    private static readonly Operation OneDevice = MakeBelieve.Get("/api/devices/{deviceId}", DeviceDetail, Path("deviceId", Shape.Uuid()));

    private static readonly Operation Software = MakeBelieve.Get(
        "/api/devices/{deviceId}/software", Shape.Array(Shape.Object(("name!", Shape.Text()), ("deviceId", Shape.Text()), ("softwareId", Shape.Integer()))),
        Path("deviceId", Shape.Uuid()));

    private static readonly Operation OneSoftware = MakeBelieve.Get(
        "/api/devices/{id}/software/{softwareId}", Shape.Object(("name", Shape.Text()), ("softwareId", Shape.Integer())),
        Path("id", Shape.Uuid()), Path("softwareId", Shape.Integer()));

    private static OperationParameter Path(string name, Schema schema) => new(name, "path", true, schema);

    private static AnswerSynthesizer Synthesizer() => MakeBelieve.Synthesizer(Devices, OneDevice, Software, OneSoftware);

    [Test]
    public void Every_element_of_a_list_is_the_same_in_its_detail()
    {
        AnswerSynthesizer synthesizer = Synthesizer();
        JsonElement list = synthesizer.AskJson(Devices).GetProperty("value");

        list.GetArrayLength().Should().BeInRange(3, 8);
        foreach (JsonElement element in list.EnumerateArray())
        {
            JsonElement detail = synthesizer.AskJson(OneDevice, ("deviceId", element.GetProperty("id").GetString()!));
            foreach (JsonProperty property in element.EnumerateObject())
            {
                detail.GetProperty(property.Name).GetRawText().Should().Be(property.Value.GetRawText(), property.Name);
            }
        }
    }

    [Test]
    public void A_count_beside_a_list_is_its_length()
    {
        JsonElement list = Synthesizer().AskJson(Devices);

        list.GetProperty("count").GetInt32().Should().Be(list.GetProperty("value").GetArrayLength());
    }

    [Test]
    public void An_id_that_no_list_returned_is_no_object()
    {
        SynthesisResult result = Synthesizer().Answer(OneDevice, MakeBelieve.Values(("deviceId", "11111111-2222-4333-8444-555555555555")));

        result.Should().BeOfType<NoSuchObject>().Which.Should().BeEquivalentTo(new NoSuchObject("deviceId", "11111111-2222-4333-8444-555555555555", "/api/devices"));
    }

    [Test]
    public void A_guid_in_capitals_names_the_same_object()
    {
        AnswerSynthesizer synthesizer = Synthesizer();
        string id = synthesizer.AskJson(Devices).GetProperty("value")[1].GetProperty("id").GetString()!;

        synthesizer.AskText(OneDevice, ("deviceId", id.ToUpperInvariant())).Should().Be(synthesizer.AskText(OneDevice, ("deviceId", id)));
    }

    [Test]
    public void A_list_below_an_object_repeats_the_objects_id_and_leads_on_to_details()
    {
        AnswerSynthesizer synthesizer = Synthesizer();
        foreach (JsonElement device in synthesizer.AskJson(Devices).GetProperty("value").EnumerateArray())
        {
            string deviceId = device.GetProperty("id").GetString()!;
            foreach (JsonElement software in synthesizer.AskJson(Software, ("deviceId", deviceId)).EnumerateArray())
            {
                software.GetProperty("deviceId").GetString().Should().Be(deviceId);
                string softwareId = software.GetProperty("softwareId").GetRawText();
                synthesizer.AskJson(OneSoftware, ("id", deviceId), ("softwareId", softwareId)).GetProperty("name").GetString()
                    .Should().Be(software.GetProperty("name").GetString());
            }
        }
    }

    [Test]
    public void A_list_below_an_unknown_object_is_no_object() =>
        Synthesizer().Answer(Software, MakeBelieve.Values(("deviceId", "11111111-2222-4333-8444-555555555555"))).Should().BeOfType<NoSuchObject>();

    [Test]
    public void Parentheses_hang_on_the_word_before_them()
    {
        Operation sites = MakeBelieve.Get("/_api/sites", Shape.Array(Shape.Object(("Id", Shape.Uuid()), ("Title", Shape.Text()))));
        Operation site = MakeBelieve.Get("/_api/sites('{siteId}')", Shape.Object(("Id", Shape.Uuid()), ("Title", Shape.Text())), Path("siteId", Shape.Text()));
        AnswerSynthesizer synthesizer = MakeBelieve.Synthesizer(sites, site);
        JsonElement second = synthesizer.AskJson(sites)[1];

        synthesizer.AskJson(site, ("siteId", second.GetProperty("Id").GetString()!)).GetRawText().Should().Be(second.GetRawText());
        synthesizer.Answer(site, MakeBelieve.Values(("siteId", "x"))).Should().BeOfType<NoSuchObject>();
        synthesizer.Examples.For(site).Path.Should().MatchRegex(@"^/_api/sites\('[0-9a-f-]{36}'\)$");
    }

    [Test]
    public void Without_a_list_any_value_is_taken_and_repeated()
    {
        Operation report = MakeBelieve.Get("/api/reports/{reportId}", Shape.Object(("reportId", Shape.Text()), ("status", Shape.Text())), Path("reportId", Shape.Text()));
        AnswerSynthesizer synthesizer = MakeBelieve.Synthesizer(report);

        synthesizer.AskJson(report, ("reportId", "weekly 7")).GetProperty("reportId").GetString().Should().Be("weekly 7");
    }

    [Test]
    public void The_same_device_is_the_same_in_another_family()
    {
        Operation elsewhere = MakeBelieve.Get("/other/machines", Shape.Array(Shape.Object(("machineId", Shape.Uuid()), ("computerName", Shape.Text()))))
            with
        { Family = "another", Hosts = ["another.contoso.test"] };
        Operation there = MakeBelieve.Get("/other/machines/{machineId}", Shape.Object(("machineId", Shape.Uuid())), Path("machineId", Shape.Uuid()))
            with
        { Family = "another", Hosts = ["another.contoso.test"] };
        AnswerSynthesizer synthesizer = MakeBelieve.Synthesizer(Devices, OneDevice, elsewhere, there);
        JsonElement here = synthesizer.AskJson(Devices).GetProperty("value")[0];
        JsonElement other = synthesizer.AskJson(elsewhere)[0];

        other.GetProperty("machineId").GetString().Should().Be(here.GetProperty("id").GetString());
        other.GetProperty("computerName").GetString().Should().Be(here.GetProperty("deviceName").GetString());
    }

    [Test]
    public void Where_list_and_detail_describe_a_property_differently_both_show_what_the_narrower_one_allows()
    {
        Operation list = MakeBelieve.Get("/api/cases", Shape.Array(Shape.Object(
            ("id!", Shape.Uuid()), ("status", Shape.Text()), ("note", Shape.Text().Nullable()), ("reviewed", Shape.Placeholder()))));
        Operation detail = MakeBelieve.Get(
            "/api/cases/{caseId}",
            Shape.Object(("id", Shape.Uuid()), ("status", Shape.Choice("Open", "Shut")), ("note", Shape.Text()), ("reviewed", Shape.Object(("name", Shape.Text())))),
            Path("caseId", Shape.Uuid()));
        AnswerSynthesizer synthesizer = MakeBelieve.Synthesizer(list, detail);

        foreach (JsonElement element in synthesizer.AskJson(list).EnumerateArray())
        {
            synthesizer.AskText(detail, ("caseId", element.GetProperty("id").GetString()!)).Should().Be(element.GetRawText());
        }
    }

    [Test]
    public void Every_example_call_finds_its_object()
    {
        AnswerSynthesizer synthesizer = Synthesizer();
        foreach (Operation operation in new[] { Devices, OneDevice, Software, OneSoftware })
        {
            ExampleCall example = synthesizer.Examples.For(operation);
            synthesizer.Answer(operation, example.PathValues).Should().BeOfType<SynthesizedAnswer>(operation.Path);
        }
    }
}
