using System.Collections.Frozen;

namespace Harness.Mock.World;

/// <summary>The kinds of things every portal talks about, and the names they go by in paths, parameters and properties.</summary>
/// <remarks>One row a kind: a name that stands here makes ids and names agree between families.</remarks>
public static class EntityKinds
{
    public const string User = "user";
    public const string Group = "group";
    public const string Device = "device";
    public const string Application = "application";
    public const string Domain = "domain";
    public const string Tenant = "tenant";
    public const string Role = "role";

    private static readonly FrozenDictionary<string, string> Names = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that stay what they are with others before them: <c>riskyUsers</c> are users, but <c>deviceGroups</c> are no groups of users.</summary>
    private static readonly FrozenSet<string> TakesQualifiers = FrozenSet.ToFrozenSet(
        ["user", "users", "device", "devices", "machine", "machines", "incident", "incidents", "alert", "alerts"], StringComparer.Ordinal);

    /// <summary>The kind that a name stands for, in any case and number, or null.</summary>
    public static string? Find(string name) => Find(NameWords.Split(name));

    internal static string? Find(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (Names.TryGetValue(string.Concat(words), out string? kind))
        {
            return kind;
        }

        return words.Count > 1 && TakesQualifiers.Contains(words[^1]) ? Names[words[^1]] : null;
    }

    /// <summary>A kind for a collection that the table does not know: <c>assessments</c> gives <c>assessment</c>.</summary>
    public static string Generic(string collection)
    {
        string name = string.Concat(NameWords.Split(collection));
        return name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 ? name[..^3] + "y"
            : name.EndsWith("sses", StringComparison.Ordinal) ? name[..^2]
            : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 3 ? name[..^1]
            : name;
    }

    private static IEnumerable<KeyValuePair<string, string>> Table()
    {
        (string Kind, string Words)[] rows =
        [
            (User, "user users person people member members owner owners userobject userprincipal mailbox mailboxes useraccount useraccounts assignee requestor requester "
                + "approver approvers reviewer reviewers guest guests employee manager directreports"),
            (Group, "group groups securitygroup securitygroups distributiongroup distributiongroups m365group m365groups unifiedgroup"),
            (Device, "device devices machine machines manageddevice manageddevices aaddevice azureaddevice endpoint computer computers"),
            (Application, "application applications app apps serviceprincipal serviceprincipals sp enterpriseapplication enterpriseapplications clientapp"),
            ("site", "site sites sitecollection sitecollections spsite"),
            ("environment", "environment environments env"),
            (Role, "role roles directoryrole directoryroles roledefinition roledefinitions rbacrole"),
            ("incident", "incident incidents"),
            ("alert", "alert alerts"),
            ("policy", "policy policies"),
            ("network", "namednetwork namednetworks namednetworksv2"),
            ("team", "team teams"),
            ("license", "license licenses sku skus subscribedsku subscribedskus"),
            (Domain, "domain domains verifieddomain verifieddomains accepteddomain accepteddomains"),
            (Tenant, "tenant tenants tenantinfo tenantdetail tenantdetails organization organizations companyinformation hometenant"),
            ("subscription", "subscription subscriptions"),
            ("workspace", "workspace workspaces"),
            ("case", "case cases"),
            ("report", "report reports"),
        ];
        return rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word.ToLowerInvariant(), row.Kind)));
    }
}
