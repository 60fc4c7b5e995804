namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class ContactRule : LabelRule
{
    public override string Id => "SAN-032";

    public override string Catches => "telephone numbers, addresses, numbers and dates of people";

    public override string Example => "mobilePhone: (425) 555-1234";

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "phone", "phones", "businessphones", "mobilephone", "mobile", "telephone", "telephonenumber", "homephone", "faxnumber", "fax", "officephone", "phonenumber", "phonenumbers", "alternatemobilephones", "alternatephone", "businessphone",
        "employeeid", "employeenumber", "personnelnumber", "imei", "meid", "iccid", "phonenumberoncompanydevice", "lineuri", "msisdn", "imsi", "postalcode", "zip", "zipcode", "birthdate", "birthday", "dateofbirth", "passportnumber",
        "ssn", "nationalid", "taxid", "vatid", "netid", "puid", "userpuid", "cid", "bankaccount", "iban", "creditcard", "extension",
    };

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "streetaddress", "street", "address", "addressline1", "addressline2", "addressline3", "address1", "address2", "city", "town", "locality", "physicaladdress", "mailingaddress", "postaladdress", "homeaddress", "businessaddress",
        "jobtitle", "costcenter", "division", "aboutme", "hobbies", "interests", "skills", "schools", "responsibilities", "pastprojects", "building", "floor", "room", "desk",
    };

    private static readonly HashSet<string> Serials = new(StringComparer.Ordinal) { "serialnumber", "serial", "hardwareid", "assettag", "bluetoothmac", "tpmid", "udid", "deviceserialnumber", "wifimac" };

    public override string StandIn => "other digits in the same form, Name <mark>, or h<mark>";

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) => place != FieldPlace.Header && (Numbers.Contains(label) || Places.Contains(label) || Serials.Contains(label));

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (value.Contains('@', StringComparison.Ordinal) || value[0] is '{' or '[' || value.Contains("://", StringComparison.Ordinal) || GuidSpellings.ContainsOne(value) || Known.BuiltInNames.Contains(value))
        {
            return null;
        }

        if (Numbers.Contains(field.Label))
        {
            return Number(value, field.Label, scrubber);
        }

        if (field.Label == "address" && System.Net.IPAddress.TryParse(value, out _))
        {
            return null;
        }

        return Places.Contains(field.Label) ? value.Any(char.IsLetter) ? scrubber.Identities.Name(value) : null : scrubber.Identities.Machine(value);
    }

    private static string? Number(string value, string label, Scrubber scrubber)
    {
        if (label is "netid" or "puid" or "userpuid" && value.Length == 16 && value.StartsWith("1003", StringComparison.Ordinal) && value.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        string clean = value.Count(char.IsAsciiDigit) >= 2 ? scrubber.StandIns.Digits("number", value) : value;
        if (clean.Any(char.IsLetter) && label is not ("phone" or "lineuri"))
        {
            return Identities.IsMarked(value, 'n') ? value : "n" + scrubber.StandIns.Mark("number", value);
        }

        if (value.Count(char.IsAsciiDigit) >= 6)
        {
            scrubber.Vocabulary.Learn(value, clean);
        }

        return clean;
    }
}
