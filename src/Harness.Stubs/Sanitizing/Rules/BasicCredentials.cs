namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>What stands where a name and password stood.</summary>
internal static class BasicCredentials
{
    public const string Plain = "fake:fake";

    /// <summary>The same, as the Basic scheme writes it.</summary>
    public const string Fake = "ZmFrZTpmYWtl";
}
