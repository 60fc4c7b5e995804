using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.State;

/// <summary>How this stage explains itself.</summary>
internal static class StateDecisions
{
    public static readonly Decision Seeded = new(
        Stages.Synthesis, "served", "The call was let in; the answer is made up from the contract and the seeded world.", null, null, null);

    public static readonly Decision Changed = new(
        Stages.State, "served", "The call was let in; the answer is made up from the contract and the seeded world, with what writes have changed in it.", "POST /__harness/reset undoes the writes.", null, null);

    /// <param name="deed">What the write does: <c>delete user 7</c>.</param>
    public static Decision Written(string deed, Exchange exchange) => new(
        Stages.State,
        "served",
        $"In a real tenant this would {deed} ({exchange.Plan!.Name}); here it changed the seeded world, and later reads show it.",
        "POST /__harness/reset undoes it.",
        null,
        null);

    public static Reply Refuse(Exchange exchange, string problem, string fix) =>
        exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(Stages.State, "body-invalid", problem, fix));
}
