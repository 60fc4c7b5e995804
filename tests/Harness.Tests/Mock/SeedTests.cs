using System.Collections.Concurrent;
using Harness.Mock;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class SeedTests
{
    private const int AtATime = 8;

    [Test]
    public async Task The_same_seed_gives_the_same_bytes_in_any_order_of_calls_in_parallel_and_after_a_restart()
    {
        IReadOnlyDictionary<string, string> inOrder = await Answers(42, rows => rows, 1);
        IReadOnlyDictionary<string, string> backwardsInParallel = await Answers(42, rows => rows.Reverse(), AtATime);
        IReadOnlyDictionary<string, string> shuffledInParallel = await Answers(42, rows => rows.OrderBy(r => string.GetHashCode(r.ToString(), StringComparison.Ordinal)), AtATime);

        inOrder.Should().HaveCountGreaterThan(500);
        Different(inOrder, backwardsInParallel).Should().BeEmpty();
        Different(inOrder, shuffledInParallel).Should().BeEmpty();
    }

    [Test]
    public async Task Another_seed_gives_another_world()
    {
        IReadOnlyDictionary<string, string> one = await Answers(1, rows => rows.Where(r => r.Method == "GET"), AtATime);
        IReadOnlyDictionary<string, string> other = await Answers(2, rows => rows.Where(r => r.Method == "GET"), AtATime);

        // Some answers have nothing that a seed could change: a flag, an empty body.
        Different(one, other).Should().HaveCountGreaterThan(one.Count / 2);
    }

    [Test]
    public async Task What_else_is_served_does_not_change_a_familys_world()
    {
        IReadOnlyDictionary<string, string> all = await Answers(7, rows => rows.Where(r => r.Family == "entra-iam"), 1);
        IReadOnlyDictionary<string, string> alone = await Answers(7, rows => rows, 1, o => o with { Families = ["entra-iam"] });

        Different(all, alone).Should().BeEmpty();
    }

    // Answers are dated near the clock, so every server's must show the same day.
    private static async Task<IReadOnlyDictionary<string, string>> Answers(
        long seed, Func<IEnumerable<OperationRow>, IEnumerable<OperationRow>> choose, int atATime, Func<MockServerOptions, MockServerOptions>? change = null)
    {
        MockServerOptions Seeded(MockServerOptions o) => o with { Seed = seed, Clock = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) };
        await using RunningServer server = await RunningServer.Start(o => change is null ? Seeded(o) : change(Seeded(o)));
        IEnumerable<OperationRow> rows = choose(await server.Operations());
        var answers = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (row, _) =>
        {
            PortalAnswer answer = await server.Call(row, await server.SessionFor(row));
            answers[$"{row}"] = $"{answer.Status} {row.Target()} {MintedSecrets.Masked(answer.Latin)}";
        });
        return answers;
    }

    private static IReadOnlyList<string> Different(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        one.Keys.Should().BeEquivalentTo(other.Keys);
        return [.. one.Where(a => other[a.Key] != a.Value).Select(a => a.Key)];
    }
}
