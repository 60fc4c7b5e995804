namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class ResourceNameRule : LabelRule
{
    public override string Id => "SAN-026";

    public override string Catches => "names of Azure resources that stand alone";

    public override string Example => "resourceGroup: rg-fabrikam";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "resourcegroup", "resourcegroupname", "managedresourcegroupname", "managedresourcegroup", "storageaccount", "storageaccountname", "keyvaultname", "vaultname", "clustername", "registryname", "factoryname", "automationaccountname",
    };

    public override string StandIn => "r<mark>, as in the resource's id";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber) =>
        value.AsSpan().ContainsAny(CharSets.NoName) ? null : ArmIdRule.OwnName(value, scrubber);
}
