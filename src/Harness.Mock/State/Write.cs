using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;
using Harness.Mock.Synthesis;
using Harness.Mock.World;

namespace Harness.Mock.State;

/// <summary>A write on its way, with all that was read of it.</summary>
/// <param name="Body">Undefined when it is no JSON.</param>
internal sealed record Write(Exchange Exchange, AnswerSynthesizer Synthesizer, FamilyWorld World, PathReading Path, JsonElement Body)
{
    /// <summary>The operation's declared success, with what the caller gave.</summary>
    public Reply Answer(string deed, Entity? about, Overlay given)
    {
        ChangedAnswer made = Synthesizer.AnswerIn(World, Exchange.Plan!.Operation, Path, Exchange.Header("Accept"), about);
        var reply = new Reply(made.Answer.Status, StateDecisions.Written(deed, Exchange)) { ContentType = made.Answer.ContentType, Body = made.Answer.Body };
        if (made.Plan is null || JsonNode.Parse(made.Answer.Body.Span) is not JsonObject document)
        {
            return reply;
        }

        DocumentEdit.Detail(document, made.Plan.Value.Schema, given);
        return reply with { Body = ReadAnswers.Bytes(document) };
    }
}
