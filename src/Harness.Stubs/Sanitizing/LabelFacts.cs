using System.Collections.Frozen;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing;

/// <summary>What a label tells about the value under it and about the object that has it.</summary>
/// <param name="Number">Stands for the label where values are remembered.</param>
/// <param name="Tells">What an object is that has a member of this name.</param>
internal sealed record LabelFacts(string Label, int Number, LabelKinds Kinds, OwnerTraits Tells)
{
    private static readonly FrozenDictionary<string, LabelKinds> KindsByLabel = KindsOf();
    private static readonly FrozenDictionary<string, OwnerTraits> TraitsByLabel = Traits();

    public static LabelFacts Of(string label, int number, bool rulesIds) => new(
        label,
        number,
        KindsByLabel.GetValueOrDefault(label)
            | (PersonalNumber.Covers(label) ? LabelKinds.PersonalNumber : LabelKinds.None)
            | (rulesIds ? LabelKinds.RulesIds : LabelKinds.None),
        TraitsByLabel.GetValueOrDefault(label));

    public bool Is(LabelKinds kinds) => (Kinds & kinds) != LabelKinds.None;

    private static FrozenDictionary<string, LabelKinds> KindsOf()
    {
        var kinds = new Dictionary<string, LabelKinds>(StringComparer.Ordinal);
        Add(LabelKinds.Value, "value values newvalue oldvalue");
        Add(LabelKinds.PairName, "name key displayname propertyname header id modifiedpropertyname");
        Add(LabelKinds.Name, "name");
        Add(LabelKinds.Fake, "fake");
        Add(LabelKinds.BuiltInSwitch, "isbuiltin iswellknown isdefault issystem builtin");
        Add(LabelKinds.Product, "skupartnumber serviceplanname");
        Add(LabelKinds.Publisher, "publishername appownerorganizationid");
        Add(LabelKinds.OwnId, "id objectid roletemplateid roledefinitionid appid skuid serviceplanid clientid principalid");
        Add(LabelKinds.PrincipalId, "principalid");
        Add(LabelKinds.Issuer, "iss");
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(LabelKinds kind, string labels) => AddEach(kinds, labels, known => known | kind);
    }

    private static FrozenDictionary<string, OwnerTraits> Traits()
    {
        var traits = new Dictionary<string, OwnerTraits>(StringComparer.Ordinal);
        Add(OwnerTraits.Person, "userprincipalname upn mail email emailaddress givenname surname firstname lastname mailnickname jobtitle usertype puid primarysmtpaddress uniquename preferredusername businessphones mobilephone employeeid userid samaccountname proxyaddresses userdisplayname");
        Add(OwnerTraits.Device, "deviceid operatingsystem osversion azureaddeviceid computerdnsname serialnumber imei devicename osplatform machineid lastseen healthstatus aaddeviceid manageddevicename trusttype profiletype lastipaddress");
        Add(OwnerTraits.Group, "grouptypes securityenabled mailenabled membershiprule membership visibility groupid teamid resourceprovisioningoptions membercount");
        Add(OwnerTraits.Site, "weburl siteid templatename storagequota storagemaximumlevel siteurl sitecollection sharingcapability webtemplate environmentsku linkedenvironmentmetadata domainname instanceurl workspaceid resourcegroup resourceid");
        return traits.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(OwnerTraits trait, string labels) => AddEach(traits, labels, known => known | trait);
    }

    // A label may stand in several rows.
    private static void AddEach<T>(Dictionary<string, T> table, string labels, Func<T, T> with)
        where T : struct, Enum
    {
        foreach (string label in labels.Split(' '))
        {
            table[label] = with(table.GetValueOrDefault(label));
        }
    }
}
