namespace Harness.Cli.Trust;

/// <summary>Windows: the root store of the user who runs the command.</summary>
internal sealed class WindowsTrustStore : ITrustStore
{
    private const string Name = "Harness development CA (make-believe portals)";

    public string Install(string pem)
    {
        string file = Path.Combine(Path.GetTempPath(), $"harness-ca-{Environment.ProcessId}.crt");
        File.WriteAllText(file, pem);
        try
        {
            SystemCommand.Run("certutil", ["-user", "-addstore", "Root", file], "Confirm the question that Windows asks, or import the exported file with certmgr.msc");
        }
        finally
        {
            File.Delete(file);
        }

        return "Your user's root store trusts the development authority.";
    }

    public string Remove()
    {
        SystemCommand.Run("certutil", ["-user", "-delstore", "Root", Name], $"Delete '{Name}' with certmgr.msc");
        return "Your user's root store no longer trusts the development authority.";
    }
}
