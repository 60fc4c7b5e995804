namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class DomainLabelRule : LabelRule
{
    public override string Id => "SAN-025";

    public override string Catches => "domains and hosts that stand under such a name";

    public override string Example => "defaultDomainName: fabrikamx.de";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "domain", "domains", "domainname", "domainnames", "defaultdomain", "defaultdomainname", "initialdomain", "initialdomainname", "verifieddomain", "verifieddomains", "tenantdomain", "tenantdomainname", "hostname", "host",
        "homedomain", "fqdn", "dnsname", "dnshostname", "issuerdomain", "emaildomain", "senderdomain", "recipientdomain", "urldomain", "sitedomain", "primarydomain", "accountdomain", "userdomain", "onpremisesdomainname",
        "publisherdomain", "accepteddomain", "alloweddomains", "blockeddomains", "origin", "authority", "xforwardedhost", "mxrecord", "nameserver",
    };

    private static readonly Shape Host = new(@"^\*?\.?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]+$");

    public override string StandIn => "d<mark>.example, with what is below it";

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        int port = value.LastIndexOf(':');
        string host = port > 0 && value.AsSpan(port + 1).ContainsAnyExcept(CharSets.Digits) is false ? value[..port] : value;
        if (!Host.IsMatch(host))
        {
            return null;
        }

        // Property names and type names have dots too: only what is no host of Microsoft's is somebody's.
        return (TenantHostForms.Replace(host, scrubber.Identities) ?? scrubber.Identities.Host(host)) + value[host.Length..];
    }
}
