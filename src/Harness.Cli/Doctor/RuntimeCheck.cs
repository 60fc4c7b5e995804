using System.Runtime.InteropServices;

namespace Harness.Cli.Doctor;

/// <summary>The runtime is there, or nobody would ask; the SDK is for those who build.</summary>
internal sealed class RuntimeCheck : IMachineCheck
{
    public string Id => "runtime";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        yield return CheckResult.Fine($"{RuntimeInformation.FrameworkDescription} runs on {RuntimeInformation.OSDescription}");
        string sdks = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        yield return Directory.Exists(sdks) && Directory.EnumerateDirectories(sdks, $"{Environment.Version.Major}.*").Any()
            ? CheckResult.Fine($"The .NET {Environment.Version.Major} SDK is there, too")
            : CheckResult.Optional("There is no SDK beside the runtime, so nothing can be built", $"Install the .NET {Environment.Version.Major} SDK if you want to build Harness or tests on it");
    }
}
