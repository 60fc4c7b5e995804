using System.Text;
using System.Text.Json;
using Harness.Contracts;
using Harness.Stubs.Json;
using Harness.Stubs.Mappings.WireMock;
using Harness.Stubs.Mappings.WireMockNet;
using Harness.Stubs.Templating;

namespace Harness.Stubs.Mappings;

/// <summary>Reads mapping files of either dialect: one mapping, an array, or <c>{"Mappings": []}</c>. A mapping with a mistake is left out, because half of what a person meant is not what he meant.</summary>
public static class StubMappingReader
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <param name="path">How problems name the file; bodies in files are looked for beside it.</param>
    public static IReadOnlyList<StubMapping> ReadFile(string path, ICollection<ContractProblem> problems)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path, new BodyFiles(Path.GetDirectoryName(Path.GetFullPath(path))), null, problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContractProblem(path, 0, 0, $"not readable: {exception.Message.TrimEnd('.')}", "Make the file readable"));
            return [];
        }
    }

    /// <summary>Reads mappings that came over the wire; bodies in files are refused.</summary>
    /// <param name="name">How problems name the text.</param>
    /// <param name="dialect">Null to tell by the members' case, mapping by mapping.</param>
    public static IReadOnlyList<StubMapping> Read(string json, string name, StubDialect? dialect, ICollection<ContractProblem> problems) =>
        Read(Encoding.UTF8.GetBytes(json), name, new BodyFiles(null), dialect, problems);

    private static List<StubMapping> Read(byte[] json, string path, BodyFiles files, StubDialect? dialect, ICollection<ContractProblem> problems)
    {
        var mappings = new List<StubMapping>();
        if (LocatedJsonReader.Read(json, path, problems) is not { } document)
        {
            return mappings;
        }

        foreach (LocatedJson node in Unwrap(document))
        {
            var log = new MappingProblems(path, problems);
            if (ObjectReader.Open(node, "a mapping", log, AnyCase) is not null && Read(node, files, dialect ?? Tell(node), log) is { } mapping)
            {
                TemplateCheck.Check(mapping, node, log);
                if (log.Count == 0)
                {
                    mappings.Add(mapping);
                }
            }
        }

        return mappings;
    }

    private static StubMapping? Read(LocatedJson node, BodyFiles files, StubDialect dialect, MappingProblems log) => dialect == StubDialect.WireMock
        ? JavaMappingReader.Read(ObjectReader.Open(node, "a mapping", log, StringComparison.Ordinal)!, files)
        : NetMappingReader.Read(ObjectReader.Open(node, "a mapping", log, AnyCase)!, files);

    private static IReadOnlyList<LocatedJson> Unwrap(LocatedJson document) => document.Kind switch
    {
        JsonValueKind.Array => document.Items,
        JsonValueKind.Object when document.Find("Mappings", AnyCase) is { Kind: JsonValueKind.Array } mappings => mappings.Items,
        _ => [document],
    };

    // WireMock's names begin with a small letter, and it insists on that; WireMock.Net writes capitals, but reads both.
    private static StubDialect Tell(LocatedJson node) => node.Find("request", StringComparison.Ordinal) is { } request
        && !request.Members.Any(m => m.Name.Equals("path", AnyCase) || m.Name.Equals("methods", AnyCase) || m.Name.Equals("params", AnyCase) || char.IsAsciiLetterUpper(m.Name.FirstOrDefault()))
            ? StubDialect.WireMock
            : StubDialect.WireMockNet;
}
