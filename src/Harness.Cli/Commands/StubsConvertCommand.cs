using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Stubs;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Stubs.Mappings;

namespace Harness.Cli.Commands;

/// <summary><c>harness stubs convert</c>: WireMock.Net's mappings for WireMock and the other way round; what cannot be said there is reported, never dropped in silence.</summary>
internal sealed class StubsConvertCommand : ICommandFactory
{
    private const string ToWireMock = "wiremock";
    private const string ToWireMockNet = "wiremock-net";

    private readonly Argument<string> _in = new("in") { Description = "A mapping file, or a folder of them, in either dialect." };
    private readonly Option<string> _to = new("--to") { Description = "The dialect to write: wiremock or wiremock-net.", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The folder to write to; files keep their names.", Required = true };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        _to.AcceptOnlyFromAmong(ToWireMock, ToWireMockNet);
        var command = new Command("convert", "Write stub mappings in the other dialect.") { _in, _to, _out };
        command.SetAction(Run);
        examples[command] = ["harness stubs convert mocks --to wiremock --out mappings", "harness stubs convert mappings --to wiremock-net --out mocks/defender"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        StubFiles files = StubFiles.Find(parsed.GetValue(_in)!);
        string folder = Path.GetFullPath(parsed.GetValue(_out)!);
        StubDialect dialect = parsed.GetValue(_to) == ToWireMock ? StubDialect.WireMock : StubDialect.WireMockNet;
        RefuseToOverwrite(files, folder);

        var problems = new List<ContractProblem>();
        int mappings = files.Files.Sum(file => Convert(file, Path.Combine(folder, files.RelativeName(file)), dialect, problems));
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["files"] = files.Files.Count, ["mappings"] = mappings, ["problems"] = ProblemList.Of(problems) });
        }
        else
        {
            screen.Problems(problems);
            screen.Line($"{mappings} mappings of {files.Files.Count} files written to {parsed.GetValue(_out)}, {problems.Count} problems.");
        }

        return (problems.Count, mappings) switch
        {
            ( > 0, _) => ExitCode.Found,
            (_, 0) => ExitCode.NothingRan,
            _ => ExitCode.Fine,
        };
    }

    private static void RefuseToOverwrite(StubFiles files, string folder)
    {
        if (files.Files.Any(f => Path.GetFullPath(f).Equals(Path.Combine(folder, files.RelativeName(f)), StringComparison.Ordinal)))
        {
            throw new HarnessException("the converted files would take the place of their originals", "Give --out another folder");
        }
    }

    private static int Convert(string file, string target, StubDialect dialect, List<ContractProblem> problems)
    {
        IReadOnlyList<StubMapping> mappings = StubMappingReader.ReadFile(file, problems);
        if (mappings.Count == 0)
        {
            return 0;
        }

        MappingDocument[] documents = [.. mappings.Select(m => StubMappingWriter.Write(m, dialect))];
        foreach ((StubMapping mapping, MappingDocument document) in mappings.Zip(documents))
        {
            problems.AddRange(document.Losses.Select(loss => new ContractProblem(
                mapping.Source.File, mapping.Source.Line, 1, $"lost in conversion: {loss}", "Look at the written mapping")));
        }

        Write(target, StubMappingWriter.Compose(documents, dialect));
        return mappings.Count;
    }

    private static void Write(string file, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"'{file}' cannot be written: {exception.Message.TrimEnd('.')}", "Give --out a folder that may be written to");
        }
    }
}
