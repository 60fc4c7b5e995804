namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Secrets whose form another rule keeps, so that what reads them can still parse them.</summary>
internal static class TypedSecret
{
    public static bool Is(string value) =>
        value.Contains("://", StringComparison.Ordinal)
        || value.Contains("-----BEGIN", StringComparison.Ordinal)
        || value.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase)
        || value.Contains("SharedAccessKey=", StringComparison.OrdinalIgnoreCase)
        || value.Contains("Password=", StringComparison.OrdinalIgnoreCase)
        || RecoveryKeyRule.Matches(value)
        || (value.Contains("sig=", StringComparison.Ordinal) && value.Contains('&', StringComparison.Ordinal));
}
