using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Drift.Learning;
using Harness.Stubs.Recordings;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Learning;

internal sealed class LearnedContractTests
{
    [Test]
    public async Task A_contract_learned_anew_from_every_familys_answers_loads_and_fits_them_all()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<RecordedAnswer> answers = await Record(folder);
        CompiledContracts bare = Core([]);

        LearningOutcome outcome = ContractLearning.Learn(bare, answers);
        foreach (IGrouping<string, LearnedAnswer> family in outcome.Learned.GroupBy(l => l.Operation.Family))
        {
            folder.With($"learned/{family.Key}/openapi.yml", ContractFragment.Write(bare.Families.First(f => f.Id == family.Key), family));
        }

        CompiledContracts learned = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true, Imports = [Path.Combine(folder.Path, "learned")] });
        learned.Problems.Should().BeEmpty();
        outcome.Unknown.Should().BeEmpty();
        outcome.Learned.Select(l => l.Operation.Family).Distinct().Should().HaveCountGreaterThan(18);
        learned.Operations.Select(Place).Should().BeEquivalentTo(outcome.Learned.Select(l => Place(l.Operation)).Distinct());
        ContractLearning.Learn(learned, answers).Contradictions.Should().BeEmpty();
        learned.Operations.Should().OnlyContain(o => o.IsTyped && o.Evidence == EvidenceGrade.Observed);
    }

    [Test]
    public async Task Answers_of_the_mock_contradict_no_contract_of_ours()
    {
        using var folder = new TemporaryFolder();

        LearningOutcome outcome = ContractLearning.Learn(Core(null), await Record(folder));

        outcome.Contradictions.Should().BeEmpty();
        outcome.Answers.Should().BeGreaterThan(300);
    }

    private static string Place(Operation operation) => $"{operation} {string.Join(' ', operation.Hosts.Order(StringComparer.Ordinal))}";

    /// <param name="responses">What the operations are to declare; null for what they do.</param>
    private static CompiledContracts Core(IReadOnlyList<OperationResponse>? responses) => new()
    {
        Families = DeclaredOperations.OfCore.Families,
        Operations = [.. DeclaredOperations.OfCore.All.Select(o => responses is null ? o : o with { Responses = responses })],
        Problems = [],
        ContentHash = "",
    };

    private static async Task<IReadOnlyList<RecordedAnswer>> Record(TemporaryFolder folder)
    {
        await using RunningServer server = await RunningServer.Start(o => o with { Access = false });
        using var composer = new RecordingComposer();
        using var texts = new Spool();
        foreach (OperationRow row in await server.Operations("?method=GET"))
        {
            PortalAnswer answer = await server.Call("GET", row.Target(), null, r => r.Headers.TryAddWithoutValidation("Accept", "application/json"));
            if (answer.Status is >= 200 and <= 299 && answer.Bytes.Length > 0 && DeclaredOperations.OfCore.Find(row) is { } operation)
            {
                composer.Add(new RecordedCall(operation, row.Host, row.ExamplePath, [], answer.Status, answer.ContentType!, answer.Bytes, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            }
        }

        RecordingFile[] files = [.. composer.Compose("rules-7", texts, folder.Path, [])];
        Array.ForEach(files, f => folder.With($"recordings/{f.RelativePath}", f.Text));
        var problems = new List<ContractProblem>();
        IReadOnlyList<RecordedAnswer> answers = RecordedAnswers.Read(files.Select(f => Path.Combine(folder.Path, "recordings", f.RelativePath)), problems);
        problems.Should().BeEmpty();
        return answers;
    }
}
