namespace Harness.Cli.Doctor;

/// <summary>What was found about one thing on this machine.</summary>
/// <param name="What">Without a final period.</param>
/// <param name="Fix">An imperative without a final period; null when nothing is to be done.</param>
internal sealed record CheckResult(CheckStatus Status, string What, string? Fix = null)
{
    public static CheckResult Fine(string what) => new(CheckStatus.Fine, what);

    public static CheckResult Optional(string what, string fix) => new(CheckStatus.Optional, what, fix);

    public static CheckResult Wrong(string what, string fix) => new(CheckStatus.Wrong, what, fix);

    public override string ToString() => $"{Mark} {What}.{(Fix is null ? "" : $" {Fix}.")}";

    private string Mark => Status switch
    {
        CheckStatus.Fine => "✓",
        CheckStatus.Optional => "-",
        _ => "✗",
    };
}
