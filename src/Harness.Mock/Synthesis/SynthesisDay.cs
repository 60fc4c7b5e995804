using Harness.Contracts.Tenants;

namespace Harness.Mock.Synthesis;

/// <summary>What answers are made up from, for as long as the tenant and the clock's day stay the same.</summary>
internal sealed record SynthesisDay(DateOnly Date, Tenant Tenant, AnswerSynthesizer Synthesizer, AnswerCache Answers);
