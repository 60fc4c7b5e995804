using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Recordings;

/// <summary>What an import keeps, and what it says of the rest.</summary>
internal sealed class RecordingImportTests
{
    private const string Users = "https://security.microsoft.com/apiproxy/msgraph/v1.0/users";

    private static readonly CompiledContracts Contracts = new()
    {
        Families = DeclaredOperations.OfCore.Families,
        Operations = DeclaredOperations.OfCore.All,
        Problems = [],
        ContentHash = "",
    };

    [TestCase("{\"value\":[{\"id\":1},{\"i", "application/json", 24)]
    [TestCase("{\"value\":[{\"id\":1},{\"i", "application/json", 90_000)]
    [TestCase("Id,Count\n1,2\n2,", "text/csv", 90_000)]
    [TestCase("12", "application/json", 90_000)]
    public void A_body_that_the_browser_cut_is_left_out_for_that_reason(string text, string type, int size) =>
        Import(Entry(text, type, size)).LeftOut.Should().Equal(new Dictionary<LeftOut, int> { [LeftOut.Cut] = 1 });

    [TestCase("{\"value\":[1]}", "application/json", 90_000)]
    [TestCase("Id,Count\n1,2\n", "text/csv", 16)]
    [TestCase("Id,Count\n1,2\n", "text/csv", 5)]
    public void A_whole_body_is_kept_though_its_size_was_counted_otherwise(string text, string type, int size)
    {
        RecordingSet set = Import(Entry(text, type, size));

        set.LeftOut.Should().BeEmpty();
        set.Families.Sum(f => f.Calls).Should().Be(1);
    }

    [TestCase(0, 1, 0)]
    [TestCase(500, 0, 1)]
    public void Cleaning_changes_a_bodys_size_and_not_whether_it_was_cut(int missing, int kept, int cut)
    {
        string text = $"Upn,Count\n{new Draw(3).Upn()},2\n";
        JsonObject clean = SanitizedHar.Of(HarPlanter.BuildSmall(3) with { Entries = [Entry(text, "text/csv", text.Length + missing)] })[0];

        RecordingSet set = Import(clean);

        clean.ToJsonString().Should().NotContain(text.Split('\n')[1].Split('@')[0]);
        set.Families.Sum(f => f.Calls).Should().Be(kept);
        set.LeftOut.GetValueOrDefault(LeftOut.Cut).Should().Be(cut);
    }

    [Test]
    public void The_same_request_with_the_same_answer_is_recorded_once_and_counted()
    {
        RecordingSet set = Import(Entry("[1]", "application/json", 3), Entry("[1]", "application/json", 3), Entry("[2]", "application/json", 3), Entry("[1]", "application/json", 3));

        set.Families.Should().Equal(new FamilyRecordings("defender", 1, 2));
        set.LeftOut.Should().Equal(new Dictionary<LeftOut, int> { [LeftOut.Repeated] = 2 });
    }

    // All calls are kept, for no two are the same: what is held must not grow with them.
    [Test]
    [NonParallelizable]
    public void An_import_holds_neither_the_calls_that_it_has_read_nor_the_files_that_it_makes()
    {
        const int calls = 120, bytesOfBody = 200_000;
        using RecordingSet first = Import(Entry("[1]", "application/json", 3));
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int reads = 0;
        var watch = new ImmediateProgress(() => most = ++reads % 60 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most);

        using RecordingSet set = RecordingImport.Run([new EndlessTraffic(calls, bytesOfBody)], Contracts, new SanitizerOptions(SanitizerKey.Random()), "recordings", [], watch)!;
        most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));

        set.Families.Should().Equal(new FamilyRecordings("defender", 1, calls));
        (most - before).Should().BeLessThan(calls * bytesOfBody / 2);
    }

    private static JsonObject Entry(string text, string type, int size)
    {
        JsonObject entry = HarPlanter.Empty(Users);
        Positions.Body(entry, text, type);
        entry["response"]!["content"]!["size"] = size;
        return entry;
    }

    private static RecordingSet Import(params JsonObject[] entries)
    {
        var har = new HarInMemory("a test's");
        Array.ForEach(entries, har.Add);
        var problems = new List<ContractProblem>();
        RecordingSet? set = RecordingImport.Run([har], Contracts, new SanitizerOptions(SanitizerKey.Random()), "recordings", problems);
        problems.Should().BeEmpty();
        return set!;
    }

    private sealed class ImmediateProgress(Action report) : IProgress<long>
    {
        public void Report(long value) => report();
    }
}
