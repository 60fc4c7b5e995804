using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class ReplicaTests
{
    private TemporaryFolder _keys = null!;

    [SetUp]
    public void MakeFolder() => _keys = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _keys.Dispose();

    [Test]
    public async Task A_server_restarted_on_its_keys_accepts_every_familys_old_session()
    {
        IReadOnlyList<(OperationRow Row, PortalSession Session)> issued;
        await using (RunningServer before = await Start(_keys))
        {
            issued = await IssueAll(before);
        }

        await using RunningServer after = await Start(_keys);

        (await Refused(after, issued)).Should().BeEmpty();
    }

    [Test]
    public async Task Two_replicas_that_start_together_on_an_empty_folder_accept_each_others_sessions()
    {
        RunningServer[] replicas = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Start(_keys))));
        foreach (RunningServer issuer in replicas)
        {
            IReadOnlyList<(OperationRow, PortalSession)> issued = await IssueAll(issuer);
            foreach (RunningServer replica in replicas)
            {
                (await Refused(replica, issued)).Should().BeEmpty();
            }
        }

        foreach (RunningServer replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Test]
    public async Task A_server_with_other_keys_takes_nothing_of_it()
    {
        await using RunningServer one = await Start(_keys);
        await using RunningServer other = await RunningServer.Start();
        IReadOnlyList<(OperationRow Row, PortalSession Session)> issued = await IssueAll(one);

        foreach ((OperationRow row, PortalSession session) in issued)
        {
            PortalAnswer answer = await other.Call(row, session);

            string expected = DeclaredOperations.OfCore.Requirements(row)[0] is CookieRequirement ? "access/cookie-invalid" : "access/token-malformed";
            answer.Decision.Should().Be(expected, $"{row}");
        }
    }

    [Test]
    public async Task A_digest_of_other_keys_is_invalid_though_the_cookies_are_good()
    {
        await using RunningServer one = await Start(_keys);
        await using RunningServer other = await RunningServer.Start();
        (OperationRow row, PortalSession stranger) = (await IssueAll(one)).First(i => Digest(i.Row) is not null);
        string digest = Digest(row)!.Name;

        PortalSession session = await other.SessionFor(row);
        session.WriteHeaders[digest] = stranger.WriteHeaders[digest];

        (await other.Call(row, session)).Decision.Should().Be("access/digest-invalid");
    }

    [Test]
    public async Task What_one_replica_resets_it_refuses_itself_from_then_on()
    {
        await using RunningServer server = await Start(_keys);
        IReadOnlyList<(OperationRow Row, PortalSession Session)> issued = await IssueAll(server);

        await server.Control(HttpMethod.Post, "reset");

        (await Refused(server, issued)).Should().HaveCount(issued.Count);
    }

    private static Task<RunningServer> Start(TemporaryFolder keys) => RunningServer.Start(o => o with { Data = keys.Path });

    private static FormDigestRequirement? Digest(OperationRow row) => DeclaredOperations.OfCore.Requirements(row).OfType<FormDigestRequirement>().FirstOrDefault();

    // For each family a call for each set of requirements that it has, writes among them.
    private static async Task<IReadOnlyList<(OperationRow Row, PortalSession Session)>> IssueAll(RunningServer server)
    {
        var issued = new List<(OperationRow, PortalSession)>();
        IEnumerable<OperationRow> rows = (await server.Operations())
            .Where(r => DeclaredOperations.OfCore.Requirements(r) is [CookieRequirement or BearerRequirement, ..])
            .DistinctBy(r => $"{r.Family} {string.Join(',', DeclaredOperations.OfCore.Requirements(r).Select(q => $"{q.Kind} {q.Name}"))}");
        foreach (OperationRow row in rows)
        {
            issued.Add((row, await server.SessionFor(row)));
        }

        issued.Should().HaveCountGreaterThanOrEqualTo(25);
        return issued;
    }

    private static async Task<IReadOnlyList<string>> Refused(RunningServer server, IReadOnlyList<(OperationRow Row, PortalSession Session)> issued)
    {
        var refused = new List<string>();
        foreach ((OperationRow row, PortalSession session) in issued)
        {
            PortalAnswer answer = await server.Call(row, session);
            if (!answer.IsLetIn)
            {
                refused.Add($"{row}: {answer}");
            }
        }

        return refused;
    }
}
