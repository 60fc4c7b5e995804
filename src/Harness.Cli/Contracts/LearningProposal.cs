using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Drift.Learning;

namespace Harness.Cli.Contracts;

/// <summary>What was learned, as the files that it would be.</summary>
internal sealed class LearningProposal(CompiledContracts contracts, LearningOutcome outcome)
{
    private readonly (Family Family, string Text)[] _fragments =
    [
        .. outcome.Learned
            .GroupBy(l => l.Operation.Family, StringComparer.Ordinal)
            .Select(g => (Family: contracts.Families.First(f => f.Id == g.Key), Learned: g))
            .Select(g => (g.Family, ContractFragment.Write(g.Family, g.Learned))),
    ];

    public void Print(Screen screen)
    {
        foreach ((Family family, string text) in _fragments)
        {
            screen.Line("---");
            screen.Line($"# for contracts/{family.Id}/openapi.yml");
            screen.Line(text.TrimEnd('\n'));
        }
    }

    /// <summary>Writes one file, or one a family into a folder.</summary>
    public void WriteTo(string place, Screen screen)
    {
        bool isFile = Path.GetExtension(place) is ".yml" or ".yaml";
        if (isFile && _fragments.Length > 1)
        {
            throw new HarnessException(
                $"there are proposals for {_fragments.Length} families, and --out is one file", "Name a folder with --out, or one family with --family");
        }

        foreach ((Family family, string text) in _fragments)
        {
            string file = isFile ? place : Path.Combine(place, family.Id, "openapi.yml");
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                File.WriteAllText(file, text);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new HarnessException($"{file} cannot be written: {exception.Message}", "Name a place with --out that you may write to");
            }

            if (!screen.IsJson)
            {
                screen.Line($"Written {file}.");
            }
        }
    }
}
