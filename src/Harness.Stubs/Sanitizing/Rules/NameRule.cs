using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class NameRule : LabelRule
{
    public override string Id => "SAN-031";

    public override string Catches => "names of people, groups, devices, sites and policies";

    public override string Example => "displayName: Ann Lee";

    private const OwnerTraits Somebodys = OwnerTraits.Person | OwnerTraits.Device | OwnerTraits.Group | OwnerTraits.Site;

    // Under these stands a name, whatever the object is.
    private static readonly HashSet<string> Always = new(StringComparer.Ordinal)
    {
        "displayname", "givenname", "surname", "firstname", "lastname", "middlename", "fullname", "familyname", "preferredname", "phoneticdisplayname", "uniquename", "managername", "ownername", "ownerdisplayname", "userdisplayname",
        "userfullname", "groupname", "teamname", "sitename", "sitetitle", "companyname", "organizationname", "organizationdisplayname", "tenantname", "tenantdisplayname", "friendlyname", "department", "officelocation", "principalname",
        "groupdisplayname", "devicedisplayname", "policyname", "rulename", "profilename", "appdisplayname", "environmentname", "environmentdisplayname", "creatorname", "authorname", "sendername", "recipientname", "listtitle",
        "createdbyname", "modifiedbyname", "lastmodifiedbyname", "lastmodifiedbydisplayname", "createdbydisplayname", "targetdisplayname", "actordisplayname", "principaldisplayname", "resourcedisplayname", "memberdisplayname",
        "pagetitle", "webtitle", "casename", "incidentname", "workspacename", "teamdisplayname", "channelname", "meetingname", "networkname", "communityname", "labelname", "spokenname", "manager", "initials",
    };

    // Under these stands a person, or the machine that did it.
    private static readonly HashSet<string> Actors = new(StringComparer.Ordinal)
    {
        "createdby", "modifiedby", "lastmodifiedby", "updatedby", "deletedby", "owner", "owners", "assignedto", "approvedby", "approver", "requestor", "requester", "requestedby", "initiatedby", "performedby", "reportedby", "resolvedby",
        "closedby", "actor", "author", "editor", "creator", "sender", "recipient", "from", "to", "user", "contact", "submitter", "submittedby", "changedby", "lastupdatedby", "accountdisplayname", "members", "reviewedby",
    };

    private static readonly HashSet<string> Perhaps = new(StringComparer.Ordinal) { "name", "title", "label", "caption", "text", "subtitle", "nodename", "objectname" };

    public override string StandIn => "Name <mark>; names that every tenant has stay";

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) =>
        place is not (FieldPlace.Header or FieldPlace.Cookie) && (Always.Contains(label) || Actors.Contains(label) || Perhaps.Contains(label));

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (!HasLetter(value) || BuiltInNames.Contains(value) || value.Length > 200 || IsSomethingElse(value))
        {
            return null;
        }

        return IsName(value, field) ? scrubber.Identities.Name(value) : null;
    }

    private static bool HasLetter(string value)
    {
        foreach (char c in value)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    // An id, an address, a link, a date keep their own kind of stand-in.
    private static bool IsSomethingElse(string value) =>
        value.Contains('@', StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal) || value[0] is '/' or '{' or '[' or '<' or '#' || GuidSpellings.ContainsOne(value) || DateText.Is(value)
        || value.StartsWith("S-1-", StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal);

    private static bool IsName(string value, in Field field)
    {
        if ((field.Owner & OwnerTraits.BuiltIn) != OwnerTraits.None)
        {
            return false;
        }

        if (Always.Contains(field.Label))
        {
            return !IsIdentifier(value) || (field.Owner & (Somebodys | OwnerTraits.OwnId)) != OwnerTraits.None || field.Label is "givenname" or "surname" or "firstname" or "lastname";
        }

        return Actors.Contains(field.Label)
            ? value.Contains(' ', StringComparison.Ordinal)
            : (field.Owner & Somebodys) != OwnerTraits.None || ((field.Owner & OwnerTraits.OwnId) != OwnerTraits.None && value.AsSpan().ContainsAny(CharSets.Spaced) && !IsIdentifier(value));
    }

    // windows10EndpointProtection, Microsoft.Compute, security_reader: a name that a program gave.
    private static bool IsIdentifier(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') && (value.AsSpan().ContainsAny("_.") || char.IsAsciiLetterLower(value[0]) || value.AsSpan(1).ContainsAnyInRange('A', 'Z'));
}
