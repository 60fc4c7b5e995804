namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class MachineNameRule : LabelRule
{
    public override string Id => "SAN-035";

    public override string Catches => "names of devices and servers";

    public override string Example => "deviceName: LT-0042";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "devicename", "computername", "machinename", "computerdnsname", "devicednsname", "hostdisplayname", "machinedisplayname", "servername", "manageddevicename", "workstation", "workstationname", "sensorname", "netbiosname", "hostname",
        "sourcehost", "destinationhost", "remotehost", "domaincontroller", "computer", "serverfqdn", "endpointname", "phonename", "azuredevicename", "devicehostname",
    };

    public override string StandIn => "h<mark>, with its domain's stand-in";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber) =>
        value.Length < 2 || Known.KnownHosts.IsPublic(value) || value.Contains('@', StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal) || System.Net.IPAddress.TryParse(value, out _)
            ? null
            : value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? scrubber.Identities.Machine(value) : scrubber.Identities.Name(value);
}
