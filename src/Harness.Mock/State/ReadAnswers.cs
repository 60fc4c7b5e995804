using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Exchanges;
using Harness.Mock.State.Queries;
using Harness.Mock.Synthesis;
using Harness.Mock.World;

namespace Harness.Mock.State;

/// <summary>Answers reads whose answer is not the seeded one: after writes, and where a call wants a part of a list.</summary>
internal sealed class ReadAnswers(SynthesisStage synthesis, EntityChanges changes)
{
    private const string CountRoute = "/$count";

    /// <summary>Null passes the call on to synthesis.</summary>
    public Reply? Answer(Exchange exchange)
    {
        Operation operation = exchange.Plan!.Operation;
        ChangeSet? changed = changes.Of(exchange.Tenant.Profile);
        bool counts = operation.Path.EndsWith(CountRoute, StringComparison.OrdinalIgnoreCase);
        bool asks = exchange.Http.Request.QueryString.HasValue || !exchange.Body.IsEmpty;
        if (changed is null && !counts && !asks)
        {
            return null;
        }

        AnswerSynthesizer synthesizer = synthesis.Synthesizer;
        OperationLinks links = synthesizer.Links.Of(operation);
        ListRoute? counted = counts ? synthesizer.Links.ListAt(operation, links.Path.Normalized[..^CountRoute.Length]) : null;
        ListQuery? query = null;
        if ((links.List ?? counted) is { } list && asks)
        {
            query = ListQueryReader.Read(list.Operation, list.Shape, exchange.Http.Request.Query, BodyCheck.Read(exchange), out string? problem);
            if (problem is not null)
            {
                return StateDecisions.Refuse(exchange, problem + ".", "Send a query that OData can read.");
            }
        }

        if (changed is null && query is null && counted is null)
        {
            return null;
        }

        return changed is null && exchange.Body.IsEmpty
            ? Seeded(exchange, synthesizer, query, counted)
            : Make(exchange, synthesizer, changed, query, counted);
    }

    private Reply Seeded(Exchange exchange, AnswerSynthesizer synthesizer, ListQuery? query, ListRoute? counted)
    {
        // As long as nothing was written, the same words get the same page. Links in it lead to where the caller called.
        AnswerCache known = synthesis.Day.Answers;
        string words = $"{CallerAddress.Of(exchange)}{exchange.Path}{exchange.Http.Request.QueryString.Value}";
        string? accept = exchange.Plan!.ChoosesByAccept ? exchange.Header("Accept") : null;
        if (known.Find(exchange.Plan.Index, words, accept, hasParameters: true) is { } page)
        {
            return page;
        }

        Reply made = Make(exchange, synthesizer, null, query, counted);
        if (made.Decision.Code == "served")
        {
            known.Keep(exchange.Plan.Index, words, accept, hasParameters: true, made);
        }

        return made;
    }

    private static Reply Make(Exchange exchange, AnswerSynthesizer synthesizer, ChangeSet? changed, ListQuery? query, ListRoute? counted)
    {
        Operation operation = exchange.Plan!.Operation;
        var world = new FamilyWorld(changed ?? ChangeSet.For(exchange.Tenant.Profile), operation.Family, synthesizer.World);
        PathReading path = synthesizer.Read(operation, SynthesisStage.ValuesOf(exchange), world);
        return path.Missing is { } missing ? SynthesisStage.RefuseObject(exchange, missing)
            : counted is null ? Show(exchange, synthesizer, world, path, query, changed is not null)
            : Count(exchange, synthesizer, world, path, query, counted);
    }

    private static Reply Show(Exchange exchange, AnswerSynthesizer synthesizer, FamilyWorld world, PathReading path, ListQuery? query, bool isChanged)
    {
        ChangedAnswer made = synthesizer.AnswerIn(world, exchange.Plan!.Operation, path, exchange.Header("Accept"));
        var reply = new Reply(made.Answer.Status, isChanged ? StateDecisions.Changed : StateDecisions.Seeded) { ContentType = made.Answer.ContentType, Body = made.Answer.Body };
        if (made.Plan is null || JsonNode.Parse(made.Answer.Body.Span) is not { } document)
        {
            return reply;
        }

        if (made.List is null)
        {
            Overlay? overlay = path.Named is { } thing ? world.OverlayOf(thing, path.NamedBelow) : world.OverlayOf(PageKey(exchange));
            DocumentEdit.Detail(document, made.Plan.Value.Schema, overlay ?? Overlay.Empty);
        }
        else if (made.Plan.Collection is { } shape && Elements(made, document, world, path) is { } elements && query is not null)
        {
            new ListPage(document, elements, EnvelopeOf(made.Plan.Value.Schema, shape), query).Apply(token => TakesToken(exchange) ? token : NextLink(exchange, query.TokenName, token));
        }

        return reply with { Body = Bytes(document) };
    }

    private static Reply Count(Exchange exchange, AnswerSynthesizer synthesizer, FamilyWorld world, PathReading path, ListQuery? query, ListRoute list)
    {
        ChangedAnswer made = synthesizer.AnswerIn(world, list.Operation, path, null);
        JsonNode? document = JsonNode.Parse(made.Answer.Body.Span);
        IEnumerable<JsonObject> elements = Elements(made, document, world, path)?.OfType<JsonObject>() ?? [];
        int count = elements.Count(e => query?.Filter is null || query.Filter.Holds(e));
        ChangedAnswer own = synthesizer.AnswerIn(world, exchange.Plan!.Operation, path, exchange.Header("Accept"));
        return new Reply(own.Answer.Status, StateDecisions.Changed) { ContentType = own.Answer.ContentType, Body = Encoding.ASCII.GetBytes(count.ToString()) };
    }

    // The list with what writes have given its elements.
    private static JsonArray? Elements(ChangedAnswer made, JsonNode? document, FamilyWorld world, PathReading path)
    {
        if (made.Plan?.Collection is not { } shape || DocumentEdit.MainList(document, shape) is not { } elements)
        {
            return null;
        }

        for (int i = 0; i < elements.Count && i < made.Ordinals.Length; i++)
        {
            Entity thing = world.Pool(made.List!.Kind, made.Ordinals[i]);
            if (elements[i] is JsonObject element && world.OverlayOf(thing, path.Parents) is { } overlay)
            {
                DocumentEdit.Apply(element, made.List.RefinedItems, overlay);
            }
        }

        return elements;
    }

    /// <summary>Names what a path without an id shows.</summary>
    public static string PageKey(Exchange exchange)
    {
        // A path without parameters is one page, however it is spelled and whichever of its names was called.
        string template = exchange.Plan!.Operation.Path;
        return exchange.Host + (template.Contains('{', StringComparison.Ordinal) ? exchange.Path : template).TrimEnd('/');
    }

    public static byte[] Bytes(JsonNode document) => JsonSerializer.SerializeToUtf8Bytes(document);

    /// <summary>The object that a list stands in: its counts, links and tokens.</summary>
    public static Schema EnvelopeOf(Schema schema, CollectionShape shape)
    {
        Schema envelope = schema;
        foreach (string name in shape.Path.SkipLast(1))
        {
            envelope = envelope.FindProperty(name)?.Schema ?? envelope;
        }

        return envelope;
    }

    // Entra IAM and others: what the answer calls nextLink is sent back as a parameter of that name.
    private static bool TakesToken(Exchange exchange) => exchange.Plan!.Operation.Parameters.Any(p =>
        p.In == "query" && (p.Name.Equals("nextLink", StringComparison.OrdinalIgnoreCase) || p.Name.Equals("nextPage", StringComparison.OrdinalIgnoreCase)));

    private static string NextLink(Exchange exchange, string tokenName, string token)
    {
        IEnumerable<string> kept = exchange.Http.Request.Query
            .Where(p => !string.Equals(p.Key, tokenName, StringComparison.OrdinalIgnoreCase) && p.Key.ToLowerInvariant() is not ("$skip" or "skip" or "pageindex"))
            .Select(p => $"{Uri.EscapeDataString(p.Key).Replace("%24", "$", StringComparison.Ordinal)}={Uri.EscapeDataString(p.Value.ToString())}");
        return $"{CallerAddress.Of(exchange)}{exchange.Path}?{string.Join('&', kept.Append($"{tokenName}={Uri.EscapeDataString(token)}"))}";
    }
}
