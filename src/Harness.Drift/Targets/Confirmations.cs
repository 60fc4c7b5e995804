using System.Text;

namespace Harness.Drift.Targets;

/// <summary>Remembers in the user's data folder which targets a person has confirmed by name; another tenant id asks again.</summary>
public sealed class Confirmations(string dataFolder)
{
    public bool Has(Target target) => File.Exists(FileOf(target));

    public void Remember(Target target)
    {
        string file = FileOf(target);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"{target.Name} {target.TenantId:D}\n", Encoding.UTF8);
    }

    private string FileOf(Target target) => Path.Combine(dataFolder, "confirmed", $"{target.Name}-{target.TenantId:N}");
}
