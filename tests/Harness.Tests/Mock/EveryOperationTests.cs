using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class EveryOperationTests
{
    private const int ImportedOperations = 1941;

    [Test]
    public async Task Every_operation_of_the_core_contract_answers_as_it_declares_and_refuses_strangers()
    {
        await using RunningServer server = await RunningServer.Start(o => o with { JournalCapacity = 10_000 });
        var sweep = new OperationSweep(server, DeclaredOperations.OfCore);

        await sweep.Run(await server.Operations());

        sweep.Validated.Should().BeGreaterThan(500);
        sweep.Failures.Should().BeEmpty(sweep.Summary);
    }

    [Test]
    public async Task Every_operation_of_the_import_answers_as_the_import_declares_and_refuses_strangers()
    {
        string specs = SharedSpecs.RequireNodoc();
        await using RunningServer server = await RunningServer.Start(o => o with { Contracts = [specs], JournalCapacity = 10_000 });
        IReadOnlyList<OperationRow> rows = [.. (await server.Operations()).Where(r => r.Source != "core")];
        var sweep = new OperationSweep(server, DeclaredOperations.CorrectedImport(specs));

        await sweep.Run(rows);

        sweep.Validated.Should().BeGreaterThan(1600);
        rows.Should().HaveCount(ImportedOperations);
        sweep.Failures.Should().BeEmpty(sweep.Summary);
    }

    [Test]
    public async Task Without_our_own_contract_every_imported_operation_answers_as_it_declares_too()
    {
        string specs = SharedSpecs.RequireNodoc();
        await using RunningServer server = await RunningServer.Start(o => o with { Contracts = [specs], NoCore = true, JournalCapacity = 10_000 });
        var sweep = new OperationSweep(server, DeclaredOperations.Import(specs));

        await sweep.Run(await server.Operations());

        sweep.Failures.Should().BeEmpty(sweep.Summary);
    }

    [Test]
    public async Task The_list_of_operations_has_every_operation_of_the_import_whatever_layer_it_comes_from()
    {
        string specs = SharedSpecs.RequireNodoc();
        await using RunningServer server = await RunningServer.Start(o => o with { Contracts = [specs] });
        IReadOnlyList<OperationRow> rows = await server.Operations();

        IReadOnlyList<Operation> imported = DeclaredOperations.Import(specs).All;

        imported.Should().HaveCount(ImportedOperations);
        imported.Select(Key).Except(rows.Select(r => $"{r.Family} {r.Name} {string.Join(' ', r.Hosts)}")).Should().BeEmpty();
        rows.Count(r => r.Source != "core").Should().Be(ImportedOperations);
        rows.Select(r => $"{r.Family} {r.Name} {string.Join(' ', r.Hosts)}").Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task The_eleven_routes_that_belong_to_Defenders_pages_answer_500_without_what_the_pages_send()
    {
        string specs = SharedSpecs.RequireNodoc();
        await using RunningServer server = await RunningServer.Start(o => o with { Contracts = [specs], Families = ["defender"] });
        var failing = new List<PortalAnswer>();
        foreach (OperationRow row in await server.Operations("?family=defender&method=GET"))
        {
            PortalSession session = await server.SessionFor(row);
            PortalAnswer answer = await server.Call("GET", $"{row.Host}{row.ExamplePath}", session);
            if (answer.Status >= 500)
            {
                failing.Add(answer);
                (await server.Call(row, session)).Status.Should().BeLessThan(300, $"{row} answers when its page asks");
            }
        }

        failing.Should().HaveCount(11).And.OnlyContain(a => a.Status == 500 && a.Decision == "quirk/query-missing");
    }

    private static string Key(Operation operation) => $"{operation.Family} {operation.Method} {operation.Path} {string.Join(' ', operation.Hosts)}";
}
