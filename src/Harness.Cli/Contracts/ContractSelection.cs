using System.CommandLine;
using Harness.Contracts;

using Harness.Mock;

namespace Harness.Cli.Contracts;

/// <summary>Which contracts a command looks at: the shipped ones, what was imported, and what the person names.</summary>
internal sealed class ContractSelection
{
    private readonly Option<string[]> _contracts = new("--contracts") { Description = "A nodoc checkout, its specifications folder, one family's folder, a zip, or a folder in our layout. Repeatable; later wins." };
    private readonly Option<bool> _noCore = new("--no-core") { Description = "Leave our own contract out; access models stay." };
    private readonly Option<string?> _data = new("--data") { Description = "The user's data folder; HARNESS_DATA does the same." };

    public void AddTo(Command command)
    {
        command.Options.Add(_contracts);
        command.Options.Add(_noCore);
        command.Options.Add(_data);
    }

    /// <summary>What the person named as data folder; null for the usual one.</summary>
    public string? Data(ParseResult parsed) => parsed.GetValue(_data);

    public IReadOnlyList<string> Named(ParseResult parsed) => parsed.GetValue(_contracts) ?? [];

    public bool IsWithoutCore(ParseResult parsed) => parsed.GetValue(_noCore);

    public CompiledContracts Load(ParseResult parsed) => Load(parsed, Named(parsed), IsWithoutCore(parsed));

    /// <summary>As an earlier command was told to, and not as this one is.</summary>
    public CompiledContracts Load(ParseResult parsed, IReadOnlyList<string> named, bool noCore)
    {
        string? missing = named.FirstOrDefault(c => !Directory.Exists(c) && !File.Exists(c));
        if (missing is not null)
        {
            throw new HarnessException($"there is no folder or zip '{missing}'", "Name an existing one with --contracts");
        }

        return ContractLoader.Load(new ContractLoadOptions
        {
            CoreFolder = ShippedFolders.Contracts,
            NoCore = noCore,
            Imports = [.. new ImportedContracts(UserFolders.Data(parsed.GetValue(_data))).Folders, .. named],
            CacheFolder = UserFolders.Cache,
        });
    }
}
