using System.Globalization;
using System.Text;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class DeterminismTests
{
    private static readonly Operation[] Operations =
    [
        .. Enumerable.Range(0, 30).Select(i => MakeBelieve.Get(string.Create(CultureInfo.InvariantCulture, $"/api/{(i % 2 == 0 ? "users" : "alerts")}/view{i}"), Item(i))),
    ];

    private static Schema Item(int i) => Shape.Array(Shape.Object(
        ("id", Shape.Uuid()), ("displayName", Shape.Text()), ("createdDateTime", Shape.Text("date-time")), ($"extra{i}", Shape.OneOf(Shape.Text(), Shape.Integer())),
        ("user", Shape.Object(("mail", Shape.Text("email"))))));

    private static string Answer(AnswerSynthesizer synthesizer, Operation operation) => synthesizer.AskText(operation);

    private static AnswerSynthesizer New(long seed = 42, StandingClock? clock = null) =>
        new(Operations, [MakeBelieve.Family()], MakeBelieve.Contoso, seed, clock ?? MakeBelieve.Clock());

    [Test]
    public void The_order_of_calls_and_the_number_of_threads_change_nothing()
    {
        AnswerSynthesizer inOrder = New();
        string[] expected = [.. Operations.Select(o => Answer(inOrder, o))];
        AnswerSynthesizer shared = New();
        string[] actual = new string[Operations.Length * 20];

        Parallel.For(0, actual.Length, i => actual[i] = Answer(shared, Operations[Operations.Length - 1 - (i % Operations.Length)]));

        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].Should().Be(expected[Operations.Length - 1 - (i % Operations.Length)]);
        }
    }

    [Test]
    public void Answers_stay_the_same_for_a_day_and_move_with_the_clock()
    {
        StandingClock clock = MakeBelieve.Clock();
        AnswerSynthesizer synthesizer = New(clock: clock);
        string morning = Answer(synthesizer, Operations[0]);
        clock.Now = clock.Now.AddHours(13);
        string evening = Answer(synthesizer, Operations[0]);
        clock.Now = clock.Now.AddHours(1);

        evening.Should().Be(morning);
        Answer(synthesizer, Operations[0]).Should().NotBe(morning);
    }

    [Test]
    public void Other_seeds_and_other_tenants_are_other_worlds()
    {
        string here = Answer(New(), Operations[1]);

        Answer(New(43), Operations[1]).Should().NotBe(here);
        Answer(New().In(MakeBelieve.Contoso with { Id = new Guid("0a1b2c3d-0009-4000-8000-000000000009") }, 42), Operations[1]).Should().NotBe(here);
        Answer(New(43).In(MakeBelieve.Contoso, 42), Operations[1]).Should().Be(here);
    }

    [Test]
    public void The_seeded_values_are_the_ones_they_have_always_been()
    {
        Operation users = MakeBelieve.Get("/users", Shape.Array(Shape.Object(("id", Shape.Uuid()), ("createdDateTime", Shape.Text("date-time")))));

        Encoding.UTF8.GetString(MakeBelieve.Synthesizer(users).Ask(users).Body.Span)
            .Should().StartWith("""[{"id":"0a1b2c3d-0002-4000-8000-000000000001","createdDateTime":"2026-""");
    }
}
