using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts;
using Harness.Stubs.Mappings;
using Harness.Stubs.Requests;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Mappings;

internal sealed class ConversionPropertyTests
{
    [TestCase(StubDialect.WireMock)]
    [TestCase(StubDialect.WireMockNet)]
    public void A_mapping_without_losses_takes_the_same_calls_in_either_dialect(StubDialect dialect) => Prop.ForAll(
        Arb.From(MappingGenerator.Mapping),
        Arb.From(MappingGenerator.Request.ListOf()),
        (mapping, requests) =>
        {
            MappingDocument written = StubMappingWriter.Write(mapping, dialect);
            StubMapping[] read = [.. Mapping.Read(written.Json.ToJsonString(), out List<ContractProblem> problems)];
            return written.Losses.Count > 0
                || (problems.Count == 0 && requests.All(r => read.Single().Request.Accepts(new StubCall(r)) == mapping.Request.Accepts(new StubCall(r))));
        }).QuickCheckThrowOnFailure();

    [TestCase(StubDialect.WireMock)]
    [TestCase(StubDialect.WireMockNet)]
    public void Writing_what_was_read_changes_nothing_any_more(StubDialect dialect) => Prop.ForAll(
        Arb.From(MappingGenerator.Mapping),
        mapping =>
        {
            string once = Rewrite(StubMappingWriter.Write(mapping, dialect), dialect);
            string twice = Rewrite(StubMappingWriter.Write(Mapping.Read(once), dialect), dialect);
            return once == twice;
        }).QuickCheckThrowOnFailure();

    private static string Rewrite(MappingDocument document, StubDialect dialect) =>
        StubMappingWriter.Write(Mapping.Read(document.Json.ToJsonString()), dialect).Json.ToJsonString();
}
