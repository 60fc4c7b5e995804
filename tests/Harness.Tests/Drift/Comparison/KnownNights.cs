using System.Globalization;
using System.Text;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;
using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Comparison;

/// <summary>A target that is probed night after night: what it answers is said in JSON, what is found comes back.</summary>
internal sealed class KnownNights
{
    public const string Path = "/api/things";

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly List<Operation> _operations = [];
    private int _night;

    public Family Family { get; init; } = DriftFamily.Plain;

    public Baseline Baseline { get; private set; } = new() { Target = "lab" };

    public KnownNights With(Schema? schema, string path = Path, string media = "application/json")
    {
        _operations.Add(new Operation
        {
            Family = Family.Id,
            Method = "GET",
            Path = path,
            Hosts = ["portal.example"],
            Responses = [new OperationResponse("200", schema is null ? [] : [new MediaContent(media, schema)])],
            Location = new SourceLocation("things/openapi.yml", 12),
        });
        return this;
    }

    public KnownNights Nights(int count, params string[] bodies)
    {
        for (int i = 0; i < count; i++)
        {
            Night([.. bodies.Select((b, sample) => Answer(b) with { Sample = sample })]);
        }

        return this;
    }

    /// <summary>What tonight's answers say against all nights before; then they are learned.</summary>
    public ComparisonOutcome Night(params Observation[] observations)
    {
        string run = (_night + 1).ToString("run-0000", CultureInfo.InvariantCulture);
        DateTimeOffset at = Start.AddDays(_night++);
        ComparisonOutcome outcome = Comparer.Compare(new ComparisonInput
        {
            Operations = _operations,
            Families = [Family],
            Tonight = observations,
            Baseline = Baseline,
            RunId = run,
            At = at,
        });
        Baseline = Baseline.Learn(observations, run, at, outcome.Environment, outcome.Findings);
        return outcome;
    }

    public IReadOnlyList<Finding> Tonight(params string[] bodies) => Night([.. bodies.Select((b, sample) => Answer(b) with { Sample = sample })]).Findings;

    /// <summary>The findings of the third night in a row with the answer.</summary>
    public IReadOnlyList<Finding> ThirdNight(params string[] bodies)
    {
        Nights(2, bodies);
        return Tonight(bodies);
    }

    public Observation Answer(string body, string path = Path) => Observation(200, path) with
    {
        MediaType = "application/json",
        BodyKind = BodyKind.Json,
        Body = ShapeReader.Read(Encoding.UTF8.GetBytes(body)),
        Bytes = Encoding.UTF8.GetByteCount(body),
    };

    public Observation Observation(int status, string path = Path) => new()
    {
        Family = Family.Id,
        Method = "GET",
        Path = path,
        Outcome = ProbeOutcome.Answered,
        Status = status,
        Session = SessionHealth.Healthy,
        At = Start.AddDays(_night),
    };
}
