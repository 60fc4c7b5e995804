namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class AccountNameRule : LabelRule
{
    public override string Id => "SAN-034";

    public override string Catches => "short names of accounts";

    public override string Example => "mailNickname: ann.lee";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "mailnickname", "alias", "samaccountname", "onpremisessamaccountname", "username", "accountname", "loginname", "localpart", "nickname", "userid", "adminuserid", "logonname", "netbiosname", "useralias", "signinname", "accountupn",
    };

    public override string StandIn => "u<mark>, as in the address";

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        int slash = value.IndexOf('\\', StringComparison.Ordinal);
        string domain = slash > 0 ? value[..slash] : "", name = value[(slash > 0 ? slash + 1 : 0)..];
        bool isPlain = name.Length >= 2 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '\'' or '$');
        if (!isPlain || Guid.TryParse(name, out _) || name.All(char.IsAsciiDigit) || Known.BuiltInNames.Contains(value) || domain.StartsWith("NT ", StringComparison.Ordinal))
        {
            return null;
        }

        string standIn = scrubber.Identities.Local(name);
        if (name.Length >= 5 && name.Any(c => !char.IsAsciiLetter(c)))
        {
            scrubber.Vocabulary.Learn(name, standIn);
        }

        return (domain.Length == 0 ? "" : scrubber.Identities.Organization(domain) + "\\") + standIn;
    }
}
