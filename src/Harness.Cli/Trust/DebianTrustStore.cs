using Harness.Contracts;

namespace Harness.Cli.Trust;

/// <summary>Debian, Ubuntu and their relatives: a file in a folder that update-ca-certificates reads.</summary>
internal sealed class DebianTrustStore(string folder = "/usr/local/share/ca-certificates", string update = "update-ca-certificates") : ITrustStore
{
    private const string FileName = "harness-development-ca.crt";

    private string File => Path.Combine(folder, FileName);

    public string Install(string pem)
    {
        if (!Directory.Exists(folder))
        {
            throw new HarnessException(
                $"there is no folder {folder}, so this system keeps its authorities elsewhere",
                "Run 'harness trust export --out harness-ca.pem' and add that file the way your distribution does; SSL_CERT_FILE and NODE_EXTRA_CA_CERTS take it too");
        }

        Change(() => System.IO.File.WriteAllText(File, pem));
        SystemCommand.Run(update, [], "Run 'sudo update-ca-certificates'");
        return $"{File} is trusted by this system.";
    }

    public string Remove()
    {
        if (!System.IO.File.Exists(File))
        {
            return "This system does not trust the development authority; nothing was changed.";
        }

        Change(() => System.IO.File.Delete(File));
        SystemCommand.Run(update, ["--fresh"], "Run 'sudo update-ca-certificates --fresh'");
        return $"{File} is gone; this system no longer trusts it.";
    }

    private void Change(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new HarnessException(
                $"{File} cannot be changed: {exception.Message}",
                $"Run 'harness trust export --out harness-ca.pem', then 'sudo cp harness-ca.pem {File}' and 'sudo update-ca-certificates'");
        }
    }
}
