using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Mock.Synthesis;
using Harness.Stubs;
using Harness.Stubs.Matching;
using Harness.Stubs.Sanitizing;

namespace Harness.Mock.Recordings;

/// <summary>Gives the things a meaning that only details speak of: no recorded list gives them out, so each becomes the thing that the operation's example call asks for.</summary>
/// <remarks>Without this such a recording would lie there under an id that nobody knows.</remarks>
internal sealed class DetailJoin(Substitutes substitutes, AnswerSynthesizer synthesizer)
{
    private readonly HashSet<(string Family, string Value)> _taken = [];

    public void Learn(StoredStub stub, Operation operation, PathValues values)
    {
        ExampleCall example = synthesizer.Examples.For(operation);
        foreach (PathValue value in values)
        {
            Learn(operation.Family, value.Value, example.PathValues.FirstOrDefault(v => v.Key.Equals(value.Name, StringComparison.OrdinalIgnoreCase)).Value);
        }

        foreach ((string name, string text) in stub.Mapping.Request.Query.Select(q => (q.Name, q.Matchers.Matchers is [ExactMatcher { Patterns: [var only] }] ? only : "")))
        {
            Learn(operation.Family, text, example.Query.GetValueOrDefault(name));
        }
    }

    // Two recorded things cannot both be the same one of the world.
    private void Learn(string family, string recorded, string? own)
    {
        if (own is not null && IsStandIn(recorded) && !substitutes.Knows(recorded) && _taken.Add((family, own)))
        {
            substitutes.Add(recorded, own);
        }
    }

    private static bool IsStandIn(string text) => Guid.TryParse(text, out Guid id) ? StandInMark.Is(id) : StandInMark.Ends(text) || StandInMark.Ends(text.Split('@', '.')[0]);
}
