namespace Harness.Cli.Trust;

/// <summary>macOS: the keychain of the user who runs the command.</summary>
internal sealed class MacTrustStore : ITrustStore
{
    private const string Name = "Harness development CA (make-believe portals)";

    public string Install(string pem)
    {
        string file = Path.Combine(Path.GetTempPath(), $"harness-ca-{Environment.ProcessId}.pem");
        File.WriteAllText(file, pem);
        try
        {
            SystemCommand.Run("security", ["add-trusted-cert", "-r", "trustRoot", "-p", "ssl", file], "Allow the change when the system asks, or add the exported file in Keychain Access");
        }
        finally
        {
            File.Delete(file);
        }

        return "Your keychain trusts the development authority.";
    }

    public string Remove()
    {
        SystemCommand.Run("security", ["delete-certificate", "-c", Name, "-t"], $"Delete '{Name}' in Keychain Access");
        return "Your keychain no longer trusts the development authority.";
    }
}
