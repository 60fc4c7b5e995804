using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>The contract file of a finding as code scanning accepts it: relative, forward slashes, no way out of the checkout.</summary>
internal static class ContractUri
{
    public static string Of(Finding finding)
    {
        string file = finding.Contract?.File is { Length: > 0 } named ? named : $"contracts/{finding.Family}/family.yml";
        string[] segments = [.. file.Replace('\\', '/').Split('/').Where(s => s.Length > 0 && s is not ("." or "..") && !s.EndsWith(':'))];
        return string.Join('/', segments.Select(Uri.EscapeDataString));
    }
}
