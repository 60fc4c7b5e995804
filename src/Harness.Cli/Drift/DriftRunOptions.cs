using System.CommandLine;
using System.Globalization;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Runs;
using Harness.Mock;

namespace Harness.Cli.Drift;

/// <summary>The options of <c>harness drift run</c> that say how it is done.</summary>
internal sealed class DriftRunOptions
{
    private readonly Option<string?> _confirm = new("--i-confirm") { Description = "The target's name, the first time that this machine looks at it." };
    private readonly Option<int> _samples = new("--samples") { Description = "About how many objects of a kind are asked for.", DefaultValueFactory = _ => 3 };
    private readonly Option<int> _concurrency = new("--concurrency") { Description = "Calls at once to one host.", DefaultValueFactory = _ => 4 };
    private readonly Option<string> _rate = new("--rate") { Description = "Calls a second to one host, such as 5/s, or off (for a mock server).", DefaultValueFactory = _ => "5/s" };
    private readonly Option<long?> _most = new("--max-requests") { Description = "Stops sending after so many requests." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the run that was stopped in the same --out." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the plan and send nothing." };
    private readonly Option<string[]> _only = new("--only") { Description = "Only these operations, such as 'GET /apiproxy/mtp/**'; the baseline is read and not written. Repeatable." };
    private readonly Option<int> _floor = new("--floor") { Description = "Percentage of the probes that must be judged for a run to be conclusive.", DefaultValueFactory = _ => 50 };
    private readonly Option<bool> _overprivileged = new("--accept-overprivileged") { Description = "Take tokens that can do more than read." };

    public void AddTo(Command command)
    {
        Option[] all = [_confirm, _samples, _concurrency, _rate, _most, _resume, _dryRun, _only, _floor, _overprivileged];
        Array.ForEach(all, command.Options.Add);
        _rate.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !TryRate(text, out _))
            {
                result.AddError($"--rate is a number of calls a second, such as 5/s, or off, not '{text}'.");
            }
        });
        OptionRules.AtLeastOne(_samples);
        OptionRules.AtLeastOne(_concurrency);
        _floor.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out int floor) && floor is >= 0 and <= 100))
            {
                result.AddError($"--floor is a percentage from 0 to 100, not '{text}'.");
            }
        });
    }

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    /// <exception cref="HarnessException">One of them is no operation.</exception>
    public IReadOnlyList<PathGlob> Only(ParseResult parsed) => [.. (parsed.GetValue(_only) ?? []).Select(Glob)];

    public DriftRunSettings Settings(ParseResult parsed, ReportOptions reports, string target, Shard shard, string? data) => new()
    {
        Probing = new ProbeOptions
        {
            DataFolder = UserFolders.Data(data),
            Samples = parsed.GetValue(_samples),
            Resume = parsed.GetValue(_resume),
            Confirm = parsed.GetValue(_confirm),
            AcceptOverprivileged = parsed.GetValue(_overprivileged),
            Guard = new GuardSettings
            {
                Concurrency = parsed.GetValue(_concurrency),
                PerSecond = TryRate(parsed.GetValue(_rate)!, out double? rate) ? rate : null,
                MaxRequests = parsed.GetValue(_most),
            },
        },
        Out = reports.Out(parsed),
        Formats = reports.Formats(parsed),
        Baseline = reports.Baseline(parsed, target),
        Learns = shard.Count == 1 && Only(parsed).Count == 0,
        Shard = shard,
        Floor = parsed.GetValue(_floor) / 100.0,
    };

    /// <summary>Powerful tokens are taken when a person looks on, and a pipeline is nobody.</summary>
    /// <exception cref="GuardRefusalException">This is a pipeline.</exception>
    public void RequirePerson(ParseResult parsed)
    {
        bool isPipeline = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && !ci.Equals("false", StringComparison.OrdinalIgnoreCase);
        if (isPipeline && parsed.GetValue(_overprivileged))
        {
            throw new GuardRefusalException("--accept-overprivileged was given in a pipeline, where no person looks on", "Use an account or application with reader roles only");
        }
    }

    private static bool TryRate(string text, out double? rate)
    {
        rate = null;
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string number = text.EndsWith("/s", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double found) || found <= 0)
        {
            return false;
        }

        rate = found;
        return true;
    }

    private static PathGlob Glob(string text) => text.TrimStart().StartsWith('/') || text.Contains(" /", StringComparison.Ordinal)
        ? PathGlob.Parse(text)
        : throw new HarnessException($"'{text}' is no operation", "Write a path, with the method in front: --only 'GET /path/**'");
}
