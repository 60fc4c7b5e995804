using Harness.Contracts;
using Harness.Stubs;
using Harness.Stubs.Requests;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs;

internal sealed class StubMappingStoreTests
{
    [Test]
    public void The_lower_priority_answers_and_of_equals_the_newer()
    {
        StubMappingStore store = Store(
            """{"Title":"five","Priority":5,"Request":{"Path":"/a"},"Response":{}}""",
            """{"Title":"old","Priority":1,"Request":{"Path":"/*"},"Response":{}}""",
            """{"Title":"new","Priority":1,"Request":{"Path":"/a"},"Response":{}}""");

        Taken(store, "/a").Should().Be("new");
        Taken(store, "/b").Should().Be("old");
    }

    [Test]
    public void A_mapping_without_priority_goes_before_one_of_WireMock_s_own_without_priority() =>
        Taken(Store("""{"Title":"net","Request":{"Path":"/a"},"Response":{}}""", """{"name":"java","request":{"urlPath":"/a"},"response":{}}"""), "/a").Should().Be("net");

    [Test]
    public void A_mapping_answers_only_for_its_family_and_one_without_a_family_for_all()
    {
        var store = new StubMappingStore();
        store.Add(Mapping.ForRequest(""" "Path": "/a" """), "one");
        store.Add(Mapping.ForRequest(""" "Path": "/b" """));

        store.MayAnswer("one", "/a").Should().BeTrue();
        store.MayAnswer("two", "/a").Should().BeFalse();
        store.MayAnswer("two", "/b").Should().BeTrue();
        store.MayAnswer("ONE", "/b").Should().BeTrue();
        store.MayAnswer("one", "/c").Should().BeFalse();
    }

    [Test]
    public void A_path_is_found_however_it_is_encoded()
    {
        StubMappingStore store = Store("""{"Title":"t","Request":{"Path":"/a b"},"Response":{}}""");

        Taken(store, "/a%20b").Should().Be("t");
    }

    [Test]
    public void A_mapping_takes_the_place_of_the_one_with_its_id_and_can_be_removed()
    {
        const string Id = "11111111-2222-3333-4444-555555555555";
        StubMappingStore store = Store(
            $$"""{"Guid":"{{Id}}","Title":"one","Request":{},"Response": {} }""", $$"""{"Guid":"{{Id}}","Title":"two","Request":{},"Response": {} }""");

        store.All.Should().ContainSingle().Which.Mapping.Title.Should().Be("two");
        store.Remove(Guid.Parse(Id)).Should().BeTrue();
        store.Remove(Guid.Parse(Id)).Should().BeFalse();
        Taken(store, "/").Should().BeNull();
    }

    [Test]
    public void A_scenario_goes_from_state_to_state_and_back_to_its_start_as_in_WireMock_Net()
    {
        StubMappingStore store = Store(
            """{"Title":"first","Scenario":"s","SetStateTo":"made","Request":{"Path":"/a"},"Response":{}}""",
            """{"Title":"second","Scenario":"s","WhenStateIs":"made","Request":{"Path":"/a"},"Response":{}}""");

        Enumerable.Range(0, 3).Select(_ => Taken(store, "/a")).Should().Equal("first", "second", "first");
        store.Scenarios["s"].Should().Be("made");
        store.Scenarios.Reset();
        Taken(store, "/a").Should().Be("first");
    }

    [Test]
    public void A_scenario_of_WireMock_stays_where_no_new_state_is_named()
    {
        StubMappingStore store = Store(
            """{"name":"first","scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"made","request":{"urlPath":"/a"},"response":{}}""",
            """{"name":"second","scenarioName":"s","requiredScenarioState":"made","request":{"urlPath":"/a"},"response":{}}""",
            """{"name":"any","scenarioName":"s","request":{"urlPath":"/b"},"response":{}}""");

        Enumerable.Range(0, 3).Select(_ => Taken(store, "/a")).Should().Equal("first", "second", "second");
        Taken(store, "/b").Should().Be("any");
    }

    [Test]
    public void Two_calls_at_once_take_a_step_once()
    {
        StubMappingStore store = Store("""{"Title":"once","Scenario":"s","SetStateTo":"done","Request":{},"Response":{}}""");
        string?[] taken = new string?[200];

        Parallel.For(0, taken.Length, i => taken[i] = Taken(store, "/"));

        taken.Count(t => t == "once").Should().Be(1);
    }

    [Test]
    public void A_folder_is_read_by_family_and_comes_back_with_a_reset()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("portal/a.json", """[{"Title":"a","Request":{"Path":"/a"},"Response":{}},{"Request":{"Path":"/b"},"Response":{}}]""")
            .With("portal/deep/c.json", """{"Mappings":[{"Request":{"Path":"/c"},"Response":{}}]}""")
            .With("portal/__files/body.json", "{}")
            .With("tenants/x.json", "{}")
            .With("loose.json", "{}");
        var problems = new List<ContractProblem>();
        var store = new StubMappingStore();

        store.Load(folder.Path, problems).Should().Be(3);
        problems.Should().BeEmpty();
        Guid[] ids = [.. store.All.Select(s => s.Id)];
        store.Add(Mapping.ForRequest(""" "Path": "/d" """));
        store.Remove(ids[0]);
        store.Reset();

        store.All.Select(s => s.Id).Should().Equal(ids);
        store.All[0].Mapping.Source.Line.Should().Be(1);
    }

    private static StubMappingStore Store(params string[] mappings)
    {
        var store = new StubMappingStore();
        foreach (string mapping in mappings)
        {
            store.Add(Mapping.Read(mapping), "portal");
        }

        return store;
    }

    private static string? Taken(StubMappingStore store, string target) =>
        store.Take("portal", new StubCall(new FakeStubRequest("GET", target)))?.Mapping.Title;
}
