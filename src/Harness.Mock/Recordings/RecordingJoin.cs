using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Mock.Portals;
using Harness.Mock.Synthesis;
using Harness.Mock.World;
using Harness.Stubs;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;

namespace Harness.Mock.Recordings;

/// <summary>Finds out what recorded ids mean in the seeded world: the third user of a recorded list is the third user there, in every family.</summary>
/// <remarks>Without this a recorded list would give out ids that no detail route knows.</remarks>
internal sealed class RecordingJoin(PortalTable portals, Tenant tenant, AnswerSynthesizer synthesizer)
{
    private readonly Substitutes _substitutes = new();

    public static Substitutes Of(IEnumerable<StoredStub> recordings, PortalTable portals, Tenant tenant, AnswerSynthesizer synthesizer)
    {
        var join = new RecordingJoin(portals, tenant, synthesizer);
        (StoredStub Stub, Provenance From)[] known =
            [.. recordings.Select(stub => (stub, Provenance.Of(stub.Mapping))).Where(p => p.Item2 is not null).Select(p => (p.stub, p.Item2!))];
        foreach ((StoredStub stub, Provenance from) in known)
        {
            join.LearnTenant(stub, from);
        }

        // Parents before their children: below a list that is known already, the next list can be looked up.
        foreach ((StoredStub stub, Provenance from) in known.OrderBy(p => p.From.Path.Count(c => c == '/')).ThenBy(p => p.From.Path, StringComparer.Ordinal))
        {
            join.LearnList(stub, from);
        }

        var details = new DetailJoin(join._substitutes, synthesizer);
        foreach ((StoredStub stub, Provenance from) in known)
        {
            if (join.Route(from) is { IsFound: true } match)
            {
                details.Learn(stub, match.Operation, match.Values);
            }
        }

        return join._substitutes;
    }

    private void LearnTenant(StoredStub stub, Provenance from)
    {
        foreach (HostPattern host in portals.Families.Where(f => f.Id.Equals(from.Family, StringComparison.OrdinalIgnoreCase)).SelectMany(f => f.Hosts).Select(h => h.Host))
        {
            if (host.Variable is { } variable && host.Read(from.Host) is { } label && tenant.Hosts.TryGetValue(variable, out string? own))
            {
                _substitutes.Add(label, own);
            }
        }

        LearnTenantIds(stub.Mapping.Response.Body?.Json);
    }

    private void LearnTenantIds(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array)
                {
                    LearnTenantIds(item);
                }

                break;
            case JsonObject json:
                foreach ((string name, JsonNode? value) in json)
                {
                    if (TextOf(value) is not { } text)
                    {
                        LearnTenantIds(value);
                    }
                    else if (Guid.TryParse(text, out _) && PropertyMeaning.Of(name).Subject == EntityKinds.Tenant)
                    {
                        _substitutes.Add(text, tenant.Id.ToString());
                    }
                }

                break;
        }
    }

    private void LearnList(StoredStub stub, Provenance from)
    {
        if (Route(from) is not { IsFound: true } match || synthesizer.Links.Of(match.Operation).List is not { } list)
        {
            return;
        }

        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (PathValue value in match.Values)
        {
            values[value.Name] = value.Value;
        }

        if (synthesizer.Answer(match.Operation, values) is SynthesizedAnswer seeded
            && Elements(stub.Mapping.Response.Body?.Json, list.Shape) is { } recorded
            && Elements(JsonNode.Parse(seeded.Body.Span), list.Shape) is { } known)
        {
            foreach ((JsonNode? standIn, JsonNode? own) in recorded.Zip(known))
            {
                LearnElement(standIn as JsonObject, own as JsonObject, list.Key?.Key.Name);
                LearnPerson(standIn as JsonObject, own as JsonObject, list);
            }
        }
    }

    // As a client of this tenant would call it.
    private RouteMatch? Route(Provenance from) =>
        from.Operation.StartsWith("GET ", StringComparison.Ordinal)
        && portals.Table.Operations.FirstOrDefault(o => o.Family == from.Family && $"{o.Method} {o.Path}" == from.Operation)?.Hosts[0] is { } host
            ? portals.Table.Match(HostPattern.Parse(host).Fill(tenant.Hosts), "GET", _substitutes.Apply(from.Path))
            : null;

    private void LearnElement(JsonObject? recorded, JsonObject? own, string? key)
    {
        foreach ((string name, JsonNode? value) in recorded ?? [])
        {
            if (TextOf(value) is { } standIn && TextOf(own?[name]) is { } text && (IsKey(standIn, name, key) || (Names(standIn, name, key) && Names(text, name, key))))
            {
                _substitutes.Add(standIn, text);
            }
        }
    }

    // A portal may show addresses where the contract of its list has none.
    private void LearnPerson(JsonObject? recorded, JsonObject? own, ListRoute list)
    {
        if (list.Kind != EntityKinds.User || list.Key is not { } key || TextOf(own?[key.Key.Name]) is not { } id)
        {
            return;
        }

        Person person = synthesizer.World.Person(synthesizer.World.Named(EntityKinds.User, id));
        foreach ((string name, JsonNode? value) in recorded ?? [])
        {
            ValueRole role = PropertyMeaning.Of(name).Role;
            if (TextOf(value) is { } standIn && standIn.Contains('@', StringComparison.Ordinal) && role is (ValueRole.Upn or ValueRole.Mail))
            {
                _substitutes.Add(standIn, role is ValueRole.Upn ? person.Upn : person.Mail);
            }
        }
    }

    // What the sanitizer made up stands for one thing alone, whatever the thing is called.
    private static bool IsKey(string standIn, string property, string? key) => property == key && StandInMark.Ends(standIn);

    // A name such as "Default" stands in many places and means something else in each; a GUID or an address does not.
    private static bool Names(string text, string property, string? key) => PropertyMeaning.Of(property).Role switch
    {
        ValueRole.Upn or ValueRole.Mail => text.Contains('@', StringComparison.Ordinal),
        ValueRole.Identity or ValueRole.AppIdentity => Guid.TryParse(text, out _) || text.Contains('@', StringComparison.Ordinal),
        _ => property == key && text.Length > 7 && text.Any(char.IsAsciiDigit),
    };

    private static JsonArray? Elements(JsonNode? document, CollectionShape shape)
    {
        JsonNode? node = document;
        foreach (string name in shape.Path)
        {
            node = (node as JsonObject)?[name];
        }

        return node as JsonArray;
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
