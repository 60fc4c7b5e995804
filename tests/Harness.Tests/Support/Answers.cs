using System.Text;
using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Mock.Synthesis;

namespace Harness.Tests.Support;

/// <summary>Reads made-up answers.</summary>
internal static class Answers
{
    public static SynthesizedAnswer Ask(this AnswerSynthesizer synthesizer, Operation operation, params (string Name, string Value)[] path) =>
        synthesizer.Answer(operation, MakeBelieve.Values(path)).Should().BeOfType<SynthesizedAnswer>().Subject;

    public static JsonElement AskJson(this AnswerSynthesizer synthesizer, Operation operation, params (string Name, string Value)[] path) =>
        Json(synthesizer.Ask(operation, path));

    public static string AskText(this AnswerSynthesizer synthesizer, Operation operation, params (string Name, string Value)[] path) =>
        Encoding.UTF8.GetString(synthesizer.Ask(operation, path).Body.Span);

    public static JsonElement Json(SynthesizedAnswer answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer.Body);
        return document.RootElement.Clone();
    }
}
