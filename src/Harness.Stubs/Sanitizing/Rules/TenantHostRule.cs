namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class TenantHostRule : ShapeRule
{
    public override string Id => "SAN-022";

    public override string Catches => "tenants' and resources' names in Microsoft's hosts";

    public override string Example => "fabrikamx-admin.sharepoint.com";

    public override string StandIn => "t<mark>, the same in every host; what follows stays";

    public override TextTraits Needs => TextTraits.Dot | TextTraits.Letter;

    public override bool Learns => true;

    public override string Replace(string text, in Field field, Scrubber scrubber) => TenantHostForms.ReplaceAll(text, scrubber.Identities);
}
