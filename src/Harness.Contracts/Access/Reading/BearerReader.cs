using Harness.Contracts.Families.Reading;
using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads a <c>bearer</c> requirement.</summary>
internal static class BearerReader
{
    public static readonly Choices<TokenKind> Kinds = new(["delegated", "app", "any"], [TokenKind.Delegated, TokenKind.App, TokenKind.Any]);

    public static IAccessRequirement Read(RequirementDraft draft)
    {
        NodeReader reader = draft.Node;
        NeedAudience(reader);
        return new BearerRequirement(draft.Settings, ReadDemand(reader), FamilyValues.Duration(reader, "lifetime"))
        {
            ByHost = reader.List("byHost", ReadHost),
            ByOperation = reader.List("byOperation", ReadOperation),
        };
    }

    private static HostAudiences? ReadHost(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "a 'byHost' entry of a bearer requirement", FamilyKeys.BearerByHost, log) is not { } reader)
        {
            return null;
        }

        NeedAudience(reader);
        LocatedNode? host = reader.Need("host", "Add 'host:' with a host pattern");
        return host is not null && FamilyValues.Host(host, log) is { } pattern
            ? new HostAudiences(pattern, reader.List("audience", ReadAudience))
            : null;
    }

    private static TokenOverride? ReadOperation(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "a 'byOperation' entry of a bearer requirement", FamilyKeys.BearerByOperation, log) is not { } reader)
        {
            return null;
        }

        reader.Need("operations", "Add 'operations:' with path globs");
        PathGlob[] operations = reader.List("operations", FamilyValues.Glob);
        return new TokenOverride(operations, ReadDemand(reader));
    }

    private static TokenDemand ReadDemand(NodeReader reader) => new(
        reader.Has("audience") ? reader.List("audience", ReadAudience) : null,
        reader.Has("kind") ? reader.Choice("kind", Kinds, TokenKind.Any) : null,
        reader.Has("scopes") ? reader.Texts("scopes") : null,
        reader.Has("roles") ? reader.Texts("roles") : null);

    private static void NeedAudience(NodeReader reader)
    {
        const string Hint = "Add 'audience:' with the accepted audiences, the one to ask for first";
        if (reader.Need("audience", Hint) is { Kind: YamlKind.Sequence, Items.Count: 0 } empty)
        {
            reader.Log.Add(empty, $"'audience' of {reader.What} is empty", Hint);
        }
    }

    private static AudiencePattern? ReadAudience(LocatedNode node, ProblemLog log)
    {
        try
        {
            if (NodeReader.IsScalar(node))
            {
                return new AudiencePattern(node.Value);
            }
        }
        catch (FormatException)
        {
            // Reported below, like an audience that is no text.
        }

        log.Add(node, $"'{node.Value}' is no audience", "Write an address or a GUID; one {name} may stand for a host value of the tenant");
        return null;
    }
}
