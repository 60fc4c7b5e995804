using System.Text.Json;
using Harness.Drift.Targets;

namespace Harness.Tests.Support;

/// <summary><c>harness drift</c> as a process, over a target file as a person would keep it.</summary>
internal sealed class DriftProcess(string home, Target target)
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true };

    /// <summary>What every command is started with, and a test may add to.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Out(string name = "drift-out") => Path.Combine(home, name);

    public HarnessProcess Start(string command, params IEnumerable<string> more) => HarnessProcess.StartIn(home, Environment, ["drift", command, "--target", TargetFile(), .. more]);

    public async Task<ProcessResult> Run(string command, params IEnumerable<string> more)
    {
        using HarnessProcess process = Start(command, more);
        return await process.End();
    }

    /// <summary>Writes the target down; JSON is YAML.</summary>
    public string TargetFile()
    {
        string file = Path.Combine(home, $"{target.Name}.yml");
        var credentials = new Dictionary<string, object>(StringComparer.Ordinal) { ["kind"] = target.Credentials.Kind };
        foreach ((string key, IReadOnlyList<string> values) in target.Credentials.Values)
        {
            credentials[key] = values.Count == 1 && key != "variables" ? values[0] : values;
        }

        File.WriteAllText(file, JsonSerializer.Serialize(
            new { name = target.Name, tenantId = target.TenantId, nonProduction = target.NonProduction, hosts = target.Hosts, context = target.Context, gateway = target.Gateway, credentials, families = target.Families },
            Plain));
        return file;
    }
}
