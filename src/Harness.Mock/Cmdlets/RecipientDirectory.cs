using Harness.Contracts.Tenants;
using Harness.Mock.World;

namespace Harness.Mock.Cmdlets;

/// <summary>Mailboxes, contacts and groups of a tenant: its seeded users and groups, as mail sees them.</summary>
internal sealed class RecipientDirectory
{
    /// <summary>More than one page holds, so that a client meets the second one.</summary>
    private const int Contacts = 1050;

    private static readonly (string Alias, string Name)[] SharedMailboxes = [("info", "Information"), ("support", "Support"), ("billing", "Billing")];

    private readonly ulong _seed;
    private readonly string _domain;

    public RecipientDirectory(TenantWorld world)
    {
        Tenant = world.Tenant;
        _seed = StableHash.Of($"recipients {world.Tenant.Id:N}");
        Person[] people = [.. Enumerable.Range(0, world.PoolSize(EntityKinds.User)).Select(i => world.Person(world.Entity(EntityKinds.User, i)))];
        Person[] members = [.. people.Where(p => !p.Upn.Contains("#EXT#", StringComparison.OrdinalIgnoreCase))];
        _domain = members.Length > 0 ? members[0].Upn[(members[0].Upn.IndexOf('@', StringComparison.Ordinal) + 1)..] : world.Tenant.Domains[0];
        Mailboxes =
        [
            .. members.Select(p => Make(p.ObjectId, p.Upn[..p.Upn.IndexOf('@', StringComparison.Ordinal)], p.DisplayName, p.Upn, Recipient.UserMailbox, Recipient.UserMailbox)),
            .. SharedMailboxes.Select(s => Make(IdOf(s.Alias), s.Alias, s.Name, $"{s.Alias}@{_domain}", Recipient.UserMailbox, "SharedMailbox")),
        ];
        Groups = [.. Teams(world), .. Filters()];
    }

    public Tenant Tenant { get; }

    public IReadOnlyList<Recipient> Mailboxes { get; }

    public IReadOnlyList<RecipientGroup> Groups { get; }

    public Recipient? FindMailbox(string identity) => Mailboxes.FirstOrDefault(m => m.IsCalled(identity));

    /// <summary>A mailbox or a group: whoever can be given a right.</summary>
    public Recipient? Find(string identity) => FindMailbox(identity) ?? Groups.Select(g => g.Itself).FirstOrDefault(g => g.IsCalled(identity));

    private IEnumerable<RecipientGroup> Teams(TenantWorld world)
    {
        for (int i = 0; i < world.PoolSize(EntityKinds.Group); i++)
        {
            Entity group = world.Entity(EntityKinds.Group, i);
            string name = EntityNames.Of(world, group);
            string alias = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
            Recipient itself = Make(world.IdOf(group), alias, name, $"{alias}@{_domain}", "MailUniversalDistributionGroup", "MailUniversalDistributionGroup");
            yield return new RecipientGroup(itself, false, [.. Mailboxes.Where((m, at) => at == 0 || StableHash.Below(StableHash.Mix(group.Seed, (ulong)at), 2) == 0)]);
        }
    }

    private IEnumerable<RecipientGroup> Filters()
    {
        yield return new RecipientGroup(Dynamic("allstaff", "All Staff"), true, [.. Mailboxes.Where(m => m.Details == Recipient.UserMailbox)]);
        yield return new RecipientGroup(Dynamic("allcontacts", "All Contacts"), true, [.. Enumerable.Range(0, Contacts).Select(Contact)]);
    }

    private Recipient Dynamic(string alias, string name) => Make(IdOf(alias), alias, name, $"{alias}@{_domain}", "DynamicDistributionGroup", "DynamicDistributionGroup");

    private Recipient Contact(int number)
    {
        string alias = $"contact{number + 1:D4}";
        return Make(IdOf(alias), alias, $"Contact {number + 1:D4}", $"{alias}@partner.example", "MailContact", "MailContact");
    }

    private Recipient Make(Guid objectId, string alias, string name, string address, string type, string details) =>
        new(IdOf($"mail {objectId:N}"), objectId, alias, name, address, type, details);

    private Guid IdOf(string text) => StableHash.Guid(StableHash.Mix(_seed, StableHash.Of(text)));
}
