using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Exchanges;
using Harness.Mock.Synthesis;
using Harness.Mock.World;

namespace Harness.Mock.State;

/// <summary>Lets writes change the seeded world, as far as the contract says what they change.</summary>
internal sealed class Writes(SynthesisStage synthesis, EntityChanges changes, Func<Operation, OperationLinks, bool> isShownAsPage)
{
    /// <summary>Null passes the call on: nothing in the contract shows what it changes.</summary>
    public Reply? Answer(Exchange exchange)
    {
        Operation operation = exchange.Plan!.Operation;
        if (BodyCheck.Find(exchange, operation) is { } problem)
        {
            return StateDecisions.Refuse(exchange, problem, "Send a body that the contract allows.");
        }

        AnswerSynthesizer synthesizer = synthesis.Synthesizer;
        OperationLinks links = synthesizer.Links.Of(operation);
        FamilyWorld world = WorldOf(changes.Of(exchange.Tenant.Profile), exchange, synthesizer);
        PathReading path = synthesizer.Read(operation, SynthesisStage.ValuesOf(exchange), world);
        if (path.Missing is { } missing)
        {
            return SynthesisStage.RefuseObject(exchange, missing);
        }

        var write = new Write(exchange, synthesizer, world, path, BodyCheck.Read(exchange));
        if (operation.Success is not { Status: < 400 })
        {
            return null;
        }

        return path.Named is { } thing && thing.Kind is not null ? Thing(write, thing)
            : operation.Method == "POST" && synthesizer.Links.ListAddedTo(operation, links.Path.Normalized) is { } list ? Create(write, list)
            : operation.Method != "DELETE" && isShownAsPage(operation, links) ? Page(write)
            : null;
    }

    private Reply? Thing(Write write, Entity thing)
    {
        string name = write.Exchange.Values[^1].Value;
        ThingKey key = write.World.KeyOf(thing, write.Path.NamedBelow);
        string tenant = write.Exchange.Tenant.Profile;
        switch (MethodOf(write.Exchange))
        {
            case "DELETE":
                Reply answer = write.Answer($"delete {thing.Kind} '{name}'", thing, Overlay.Empty);
                changes.Change(tenant, set => set with { Gone = set.Gone.Add(key) });
                return answer;
            case "PUT" or "PATCH" or "MERGE" when write.Body.ValueKind == JsonValueKind.Object:
                Overlay given = Overlay.Empty;
                changes.Change(tenant, set => set with { Things = set.Things.SetItem(key, given = (set.Things.GetValueOrDefault(key) ?? Overlay.Empty).With(write.Body)) });
                return write.Answer($"change {thing.Kind} '{name}'{Properties(write.Body)}", thing, given);
            default:
                return null;
        }
    }

    private Reply? Create(Write write, ListRoute list)
    {
        // A POST that answers with a list is a search.
        Operation operation = write.Exchange.Plan!.Operation;
        Schema? answer = operation.Success?.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType))?.Schema;
        if (write.Body.ValueKind != JsonValueKind.Object || (answer is not null && CollectionShape.Find(answer, PathTemplate.LastWord(operation.Path)) is not null))
        {
            return null;
        }

        Entity made = default;
        Overlay given = Overlay.Empty;
        string id = "";
        changes.Change(write.Exchange.Tenant.Profile, set =>
        {
            FamilyWorld world = WorldOf(set, write.Exchange, write.Synthesizer);
            made = world.NextOf(list.Kind);
            (id, given) = NewThing.Of(list, write.Synthesizer, made, write.Body);
            return set with
            {
                Created = set.Created.Add(new CreatedThing(world.ScopeOf(list.Kind), list.Kind, write.Path.Parents, made.Ordinal, KeyTable.Normalize(id))),
                Things = set.Things.SetItem(world.KeyOf(made, write.Path.Parents), given),
            };
        });
        return write.Answer($"create {list.Kind} '{id}'", made, list.Key is null ? given : given.With(NewThing.Member(list.Key.Key, id)));
    }

    private Reply? Page(Write write)
    {
        if (write.Body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string page = ReadAnswers.PageKey(write.Exchange);
        Overlay given = Overlay.Empty;
        changes.Change(write.Exchange.Tenant.Profile, set =>
            set with { Pages = set.Pages.SetItem(page, given = (set.Pages.GetValueOrDefault(page) ?? Overlay.Empty).With(write.Body)) });
        return write.Answer($"change {write.Exchange.Path}{Properties(write.Body)}", null, given);
    }

    // SharePoint's clients send every write as a POST and say what they mean in a header.
    private static string MethodOf(Exchange exchange) =>
        (exchange.Method == "POST" ? exchange.Header("X-HTTP-Method") ?? exchange.Method : exchange.Method).ToUpperInvariant();

    private static string Properties(JsonElement body) =>
        body.EnumerateObject().Take(4).Select(p => p.Name).ToArray() is { Length: > 0 } names ? $" ({string.Join(", ", names)})" : "";

    private static FamilyWorld WorldOf(ChangeSet? set, Exchange exchange, AnswerSynthesizer synthesizer) =>
        new(set ?? ChangeSet.For(exchange.Tenant.Profile), exchange.Portal.Family.Id, synthesizer.World);
}
