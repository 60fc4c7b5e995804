using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Inference;
using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>An endpoint of a make-believe tenant that is the same every night, as far as a portal ever is.</summary>
internal sealed record SeededEndpoint(Operation Operation, Family Family, AnswerLaw Law, Dice Dice)
{
    // Parameters of the context are the same for the whole tenant.
    private static readonly string[] Context =
        ["tenantId", "podId", "workspaceName", "partition", "region", "provider", "tenant", "organization", "environmentId", "apiVersion", "version"];

    /// <summary>How often an object that is looked at every night is another one the next night.</summary>
    private const double Edits = 0.01;

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Its path takes ids, so that the same objects are fetched every night.</summary>
    public bool HasObjects => Operation.Path.Split('{').Skip(1).Any(p => !Context.Contains(p.Split('}')[0], StringComparer.OrdinalIgnoreCase));

    // A run asks for three where there are so many.
    private int Samples => !HasObjects ? 1 : Dice.Below(10, 20) == 0 ? 2 : 3;

    public static DateTimeOffset TimeOf(int night) => Start.AddDays(night);

    public byte[] Bytes(AnswerLaw law, int night) => law.Bytes(DiceOf(night, 0));

    public Observation[] Answers(AnswerLaw law, int night) =>
        [.. Enumerable.Range(0, Samples).Select(sample => Answer(law, law.Bytes(DiceOf(night, sample)), night, sample))];

    /// <summary>Whether a night's answers show that they follow another law.</summary>
    public bool Differs(AnswerLaw law, int night) =>
        Enumerable.Range(0, Samples).Any(sample => !law.Bytes(DiceOf(night, sample)).AsSpan().SequenceEqual(Law.Bytes(DiceOf(night, sample))));

    private Observation Answer(AnswerLaw law, byte[] body, int night, int sample) => new()
    {
        Family = Operation.Family,
        Method = Operation.Method,
        Path = Operation.Path,
        Outcome = ProbeOutcome.Answered,
        At = TimeOf(night),
        Sample = sample,
        Status = law.Status,
        MediaType = law.MediaType,
        BodyKind = law.BodyKind == BodyKind.Json && body.Length == 0 ? BodyKind.None : law.BodyKind,
        Redirect = law.Redirect,
        HeaderNames = law.HeaderNames,
        Body = body.Length == 0 ? null : ShapeReader.Read(body),
        Bytes = body.Length,
        ObjectKey = HasObjects ? $"object-{sample}" : "",
        UsesHarvestedId = HasObjects,
        Session = SessionHealth.Healthy,
    };

    private Dice DiceOf(int night, int sample)
    {
        if (!HasObjects)
        {
            return Dice.At((ulong)night);
        }

        Dice own = Dice.At("object").At((ulong)sample);
        int edits = Enumerable.Range(0, night + 1).Count(n => own.At("edits").Unit((ulong)n) < Edits);
        return own.At((ulong)edits);
    }
}
