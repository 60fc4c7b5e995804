using System.CommandLine;
using Harness.Identity.Keys;
using Harness.Mock;
using Harness.Mock.Trust;

namespace Harness.Cli.Trust;

/// <summary>Opens this user's development authority for a command.</summary>
internal sealed class OwnAuthority
{
    private readonly Option<string?> _data = new("--data") { Description = "Folder for keys; HARNESS_DATA does the same." };

    public void AddTo(Command command) => command.Options.Add(_data);

    public DevelopmentAuthority Open(ParseResult parsed) =>
        DevelopmentAuthority.Open(new KeyFolder(UserFolders.Data(parsed.GetValue(_data))), TrustedHosts.With([]), TimeProvider.System);
}
