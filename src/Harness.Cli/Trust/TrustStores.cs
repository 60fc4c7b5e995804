using Harness.Contracts;

namespace Harness.Cli.Trust;

/// <summary>The store of the operating system that the command runs on.</summary>
internal static class TrustStores
{
    public static ITrustStore Current()
    {
        if (OperatingSystem.IsWindows())
        {
            return new WindowsTrustStore();
        }

        if (OperatingSystem.IsMacOS())
        {
            return new MacTrustStore();
        }

        return OperatingSystem.IsLinux()
            ? new DebianTrustStore()
            : throw new HarnessException("this operating system's store of authorities is not known", "Use 'harness trust export' and add the file by hand");
    }
}
