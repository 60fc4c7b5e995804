using Harness.Contracts;

namespace Harness.Mock;

/// <summary>Where this user's keys and compiled contracts live.</summary>
public static class UserFolders
{
    /// <summary>Compiled contracts; may be deleted at any time.</summary>
    public static string Cache => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
        ? Path.Combine(cache, "harness")
        : OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "harness", "cache")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache", "harness");

    /// <summary>Keys: session protection, token signing, the development certificate authority.</summary>
    /// <param name="named">What the person asked for; null for HARNESS_DATA, else the platform's own place.</param>
    public static string Data(string? named)
    {
        string folder = named
            ?? (Environment.GetEnvironmentVariable("HARNESS_DATA") is { Length: > 0 } variable ? variable : null)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "harness");
        try
        {
            Directory.CreateDirectory(folder);
            return Path.GetFullPath(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the data folder {folder} cannot be made: {exception.Message}", "Name another with --data or HARNESS_DATA");
        }
    }
}
