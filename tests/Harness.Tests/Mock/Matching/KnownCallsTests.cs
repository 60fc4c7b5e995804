using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Mock.Matching;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Matching;

internal sealed class KnownCallsTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST"];
    private static readonly string[] Hosts = ["one.example.com", "two.example.com", "localhost:5080", "one.example.com.localhost"];
    private static readonly string[] Targets =
        ["/api/things", "/api/things/", "/api/things?a=1", "/api/things/7", "/one.example.com/api/things/7", "/two.example.com/api/things/7?a=1", "/nothing", "/", "/api/things/" + new string('x', 600)];

    private readonly OperationTable _table = OperationTable.Compile(
    [
        Operation("GET", "/api/things", "one.example.com"),
        Operation("GET", "/api/things/{id}", "one.example.com"),
        Operation("POST", "/api/things/{id}", "two.example.com"),
    ]);

    private readonly Addressing _addressing = new([HostPattern.Parse("one.example.com"), HostPattern.Parse("two.example.com")]);

    [Test]
    public void However_many_calls_came_before_a_call_means_what_it_means_alone()
    {
        Gen<(string, string, string)> call = Gen.Elements(Methods).Zip(Gen.Elements(Hosts)).Zip(Gen.Elements(Targets)).Select(c => (c.Item1.Item1, c.Item1.Item2, c.Item2));
        Prop.ForAll(call.ArrayOf().ToArbitrary(), calls =>
        {
            KnownCalls known = Known();
            return calls.All(c => Says(known.Find(c.Item1, c.Item2, c.Item3)) == Says(Known().Find(c.Item1, c.Item2, c.Item3)));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void More_calls_than_there_are_places_for_are_all_told_apart()
    {
        KnownCalls known = Known();
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 20_000; i++)
            {
                known.Find("GET", "one.example.com", $"/api/things/{i}").MatchIn(_table).Values.Find("id").Should().Be(i.ToString());
            }
        }
    }

    [Test]
    public void The_same_call_is_worked_out_once()
    {
        int asked = 0;
        var known = new KnownCalls(_addressing, _ =>
        {
            asked++;
            return null;
        });

        KnownCall first = known.Find("GET", "one.example.com", "/api/things");

        known.Find("GET", "one.example.com", string.Concat("/api", "/things")).Should().BeSameAs(first);
        asked.Should().Be(1);
    }

    [Test]
    public void A_call_that_is_longer_than_anybody_means_it_is_not_kept()
    {
        KnownCalls known = Known();

        known.Find("GET", "one.example.com", Targets[^1]).Should().NotBeSameAs(known.Find("GET", "one.example.com", Targets[^1]));
    }

    private KnownCalls Known() => new(_addressing, _ => null);

    private string Says(KnownCall call)
    {
        RouteMatch match = call.MatchIn(_table);
        return $"{call.Address} {match.Outcome} {match.Index} {string.Join(',', match.Values.Select(v => $"{v.Name}={v.Value}"))} {string.Join(',', match.AllowedMethods)}";
    }

    private static Operation Operation(string method, string path, string host) => MakeBelieve.Call(method, path, "200", "application/json", null) with { Hosts = [host] };
}
