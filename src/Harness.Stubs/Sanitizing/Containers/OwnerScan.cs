using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Looks through a JSON text once, before it is rewritten: what an object is stands in its members, and often after its name.</summary>
internal static class OwnerScan
{
    private static readonly FrozenDictionary<string, OwnerTraits> ByLabel = Build();

    /// <summary>One for each object, in the order in which the objects begin.</summary>
    public static List<OwnerFacts> Read(ReadOnlySpan<byte> utf8, JsonReaderOptions options, JsonCache names)
    {
        var facts = new List<OwnerFacts>();
        var open = new Stack<(int Index, Draft Draft)>();
        var reader = new Utf8JsonReader(utf8, options);
        string label = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push((facts.Count, new Draft()));
                    facts.Add(OwnerFacts.Unknown);
                    break;
                case JsonTokenType.EndObject:
                    (int index, Draft draft) = open.Pop();
                    facts[index] = draft.Facts(utf8);
                    break;
                case JsonTokenType.StartArray:
                    open.Push((-1, new Draft()));
                    break;
                case JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    label = names.Name(ref reader).Label;
                    open.Peek().Draft.Name(label);
                    break;
                case JsonTokenType.String when open.Count > 0:
                    open.Peek().Draft.Value(label, reader.ValueSpan, (int)reader.TokenStartIndex + 1);
                    break;
                case JsonTokenType.True when open.Count > 0:
                    open.Peek().Draft.True(label);
                    break;
            }
        }

        return facts;
    }

    private static FrozenDictionary<string, OwnerTraits> Build()
    {
        var traits = new Dictionary<string, OwnerTraits>(StringComparer.Ordinal);
        Add(OwnerTraits.Person, "userprincipalname upn mail email emailaddress givenname surname firstname lastname mailnickname jobtitle usertype puid primarysmtpaddress uniquename preferredusername businessphones mobilephone employeeid userid samaccountname proxyaddresses userdisplayname");
        Add(OwnerTraits.Device, "deviceid operatingsystem osversion azureaddeviceid computerdnsname serialnumber imei devicename osplatform machineid lastseen healthstatus aaddeviceid manageddevicename trusttype profiletype lastipaddress");
        Add(OwnerTraits.Group, "grouptypes securityenabled mailenabled membershiprule membership visibility groupid teamid resourceprovisioningoptions membercount");
        Add(OwnerTraits.Site, "weburl siteid templatename storagequota storagemaximumlevel siteurl sitecollection sharingcapability webtemplate environmentsku linkedenvironmentmetadata domainname instanceurl workspaceid resourcegroup resourceid");
        Add(OwnerTraits.BuiltIn, "skupartnumber serviceplanname rolepermissions isbuiltin iswellknown approlevalue");
        return traits.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(OwnerTraits trait, string labels)
        {
            foreach (string label in labels.Split(' '))
            {
                traits[label] = traits.GetValueOrDefault(label) | trait;
            }
        }
    }

    private sealed class Draft
    {
        private OwnerTraits _traits;
        private (int Start, int Length) _pairName;
        private bool _hasValue;
        private bool _hasFake;
        private int _members;

        public void Name(string label)
        {
            _members++;
            _hasValue |= label is "value" or "values" or "newvalue" or "oldvalue";
            _hasFake |= label == "fake";
            if (ByLabel.TryGetValue(label, out OwnerTraits trait) && trait != OwnerTraits.BuiltIn)
            {
                _traits |= trait;
            }
        }

        public void True(string label)
        {
            if (label is "isbuiltin" or "iswellknown" or "isdefault" or "issystem" or "builtin")
            {
                _traits |= OwnerTraits.BuiltIn;
            }
        }

        public void Value(string label, ReadOnlySpan<byte> utf8, int start)
        {
            if (label is "skupartnumber" or "serviceplanname" or "publishername" or "appownerorganizationid" && (label is "skupartnumber" or "serviceplanname" || IsMicrosoft(utf8)))
            {
                _traits |= OwnerTraits.BuiltIn;
            }
            else if (label is "name" or "key" or "displayname" or "propertyname" or "header" or "id" or "modifiedpropertyname" && utf8.Length <= 60 && (_pairName.Length == 0 || label == "name") && utf8.Length > 0)
            {
                _pairName = (start, utf8.Length);
            }

            if (utf8.Length is 36 or 38 && label.EndsWith("id", StringComparison.Ordinal) && Utf8Parser.TryParse(utf8, out Guid id, out int length, utf8.Length == 36 ? 'D' : 'B') && length == utf8.Length)
            {
                OwnId(label, id);
            }
        }

        public OwnerFacts Facts(ReadOnlySpan<byte> json)
        {
            // Name and value and hardly more: the name says what the value is. With more around them they are members like any other.
            bool isPair = _hasValue && _members <= 5 && _pairName.Length > 0;
            return new OwnerFacts(_traits | (isPair ? OwnerTraits.Pair : OwnerTraits.None), isPair ? LabelText.Normalize(Encoding.UTF8.GetString(json.Slice(_pairName.Start, _pairName.Length))) : "", _hasFake, _members == 0);
        }

        private void OwnId(string label, Guid id)
        {
            if (label is "id" or "objectid" or "roletemplateid" or "roledefinitionid" or "appid" or "skuid" or "serviceplanid" or "clientid" or "principalid")
            {
                _traits |= WellKnownIds.Contains(id) ? label == "principalid" ? OwnerTraits.None : OwnerTraits.BuiltIn : OwnerTraits.OwnId;
            }
        }

        private static bool IsMicrosoft(ReadOnlySpan<byte> utf8) =>
            utf8.StartsWith("Microsoft"u8) || utf8.SequenceEqual("f8cdef31-a31e-4b4a-93e4-5f571e91255a"u8);
    }
}
