using Harness.Mock;

namespace Harness.Cli.Doctor;

/// <summary>Keys can be kept, and nobody else can read them.</summary>
internal sealed class KeysCheck : IMachineCheck
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string Id => "keys";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        string data = UserFolders.Data(surroundings.NamedData);
        if (WritableFolder.Refusal(data) is { } refusal)
        {
            yield return CheckResult.Wrong($"Nothing can be written to the data folder {data}: {refusal}", "Make it writable, or name another with --data or HARNESS_DATA");
            yield break;
        }

        string keys = Path.Combine(data, "keys");
        string[] open = OperatingSystem.IsWindows() || !Directory.Exists(keys)
            ? []
            : [.. Directory.EnumerateFiles(keys).Append(keys).Where(IsOpen)];
        yield return open.Length == 0
            ? CheckResult.Fine($"Keys are kept in {keys}")
            : CheckResult.Wrong($"Others on this machine may open {open[0]}", $"Run: chmod -R go-rwx '{keys}'");
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != UnixFileMode.None && Path.GetFileName(path) != ".lock";
}
