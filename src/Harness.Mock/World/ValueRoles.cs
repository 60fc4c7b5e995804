using System.Collections.Frozen;

namespace Harness.Mock.World;

/// <summary>Which property names mean what: whole names first, then the last word.</summary>
internal static class ValueRoles
{
    private static readonly FrozenDictionary<string, ValueRole> Whole = ToTable(
    [
        (ValueRole.AppIdentity, "appid clientid applicationid clientappid azureadappid"),
        (ValueRole.DisplayName, "displayname friendlyname fullname commonname cn samaccountname skupartnumber"),
        (ValueRole.Label, "title headline summarytitle subject"),
        (ValueRole.GivenName, "givenname firstname forename"),
        (ValueRole.Surname, "surname lastname familyname sn"),
        (ValueRole.Upn, "userprincipalname upn userupn principalname signinname loginname accountname username primarysmtpaddress windowsliveid"),
        (ValueRole.Mail, "mail email emailaddress mailaddress smtpaddress senderaddress recipientaddress emails othermails proxyaddresses"),
        (ValueRole.UserText, "createdby modifiedby lastmodifiedby updatedby lastupdatedby assignedto owner requestedby initiatedby approvedby deletedby "
            + "createdbyuser assignee performedby actor"),
        (ValueRole.TenantName, "tenantname tenantdisplayname organizationname organizationdisplayname orgname companyname"),
        (ValueRole.DomainName, "domain domainname defaultdomain initialdomain tenantdomain verifieddomain organizationdomain primarydomain defaultdomainname domains"),
        (ValueRole.IpAddress, "ip ipaddress ips lastipaddress lastexternalipaddress clientip sourceip remoteip internalip externalip"),
        (ValueRole.OsName, "os osplatform operatingsystem platform osname devicetype osfriendlyname"),
        (ValueRole.CountryCode, "country countrycode countryletter usagelocation countrylettercode countryorregion geo"),
        (ValueRole.StateName, "stateorprovince province"),
        (ValueRole.Language, "language locale culture lang preferredlanguage languagecode localecode languages"),
        (ValueRole.Phone, "phone phonenumber telephone telephonenumber mobile mobilephone businessphones fax phonenumbers businessphone"),
        (ValueRole.Description, "description message details summary comment comments notes text body reason explanation content remarks"),
        (ValueRole.ODataContext, "odatacontext odatametadata"),
        (ValueRole.ODataType, "odatatype"),
        (ValueRole.ETag, "etag odataetag"),
        (ValueRole.Paging, "odatanextlink nextlink nextpagelink nextpageuri nextpageurl nextpage continuationtoken skiptoken nextskiptoken nextpagetoken odatadeltalink "
            + "deltalink nexttoken pagingtoken watermark"),
        (ValueRole.PageStart, "skip pageindex offset startrowindex"),
        (ValueRole.PageSize, "top pagesize limit"),
        (ValueRole.Count, "total totalcount count odatacount totalresultcount recordcount totalrecords totalrecordcount totalitems numberofitems resultcount totalresults "
            + "length quantity"),
        (ValueRole.Sha256, "sha256 sha256hash filesha256"),
        (ValueRole.Sha1, "sha1 sha1hash filesha1 thumbprint certificatethumbprint"),
        (ValueRole.Md5, "md5 md5hash"),
        (ValueRole.PastDate, "createdon timestamp date time whencreated whenchanged creationtime installedon enrolledon since issuedat"),
        (ValueRole.RecentDate, "modifiedon updatedon lastseen lastupdated lastmodified lastactivity lastsignin lastsync lastupdate lastrun lastrefresh generatedon"),
        (ValueRole.FutureDate, "expires expireson expiry expiration enddate endtime enddatetime duedate validto validuntil notafter dueon nextrun"),
        (ValueRole.Percentage, "percentage percent completion coverage progress percentcomplete"),
    ]);

    private static readonly FrozenDictionary<string, ValueRole> LastWord = ToTable(
    [
        (ValueRole.Identity, "id ids guid guids identifier uid oid objectid identity"),
        (ValueRole.DisplayName, "name names"),
        (ValueRole.Upn, "upn upns username"),
        (ValueRole.Mail, "mail email emails"),
        (ValueRole.DomainName, "domain domains"),
        (ValueRole.Url, "url uri link href endpoint urls uris webhook homepage website"),
        (ValueRole.HostName, "hostname fqdn host dnsname"),
        (ValueRole.IpAddress, "ip ips ipaddress"),
        (ValueRole.MacAddress, "mac macaddress"),
        (ValueRole.Port, "port"),
        (ValueRole.Version, "version versions build"),
        (ValueRole.OsName, "os platform"),
        (ValueRole.Manufacturer, "manufacturer vendor publisher provider"),
        (ValueRole.Model, "model"),
        (ValueRole.Serial, "serial serialnumber"),
        (ValueRole.Language, "language locale culture"),
        (ValueRole.CountryCode, "country"),
        (ValueRole.City, "city town"),
        (ValueRole.PostalCode, "postalcode zip zipcode"),
        (ValueRole.Street, "street streetaddress"),
        (ValueRole.Company, "company"),
        (ValueRole.Department, "department"),
        (ValueRole.JobTitle, "jobtitle"),
        (ValueRole.Label, "title label caption heading"),
        (ValueRole.Phone, "phone"),
        (ValueRole.Color, "color colour"),
        (ValueRole.Description, "description message text comment"),
        (ValueRole.Status, "status state phase outcome result"),
        (ValueRole.Severity, "severity risk priority risklevel impact"),
        (ValueRole.Category, "category categories tag tags"),
        (ValueRole.TypeName, "type kind types"),
        (ValueRole.TimeZone, "timezone"),
        (ValueRole.UserAgent, "useragent"),
        (ValueRole.MediaType, "mediatype mimetype contenttype"),
        (ValueRole.FileName, "file filename attachment"),
        (ValueRole.FilePath, "path folder directory"),
        (ValueRole.Currency, "currency"),
        (ValueRole.Price, "price cost amount spend"),
        (ValueRole.Region, "region location datacenter geography"),
        (ValueRole.Sid, "sid"),
        (ValueRole.ETag, "etag"),
        (ValueRole.PastDate, "date time datetime timestamp created on start utc"),
        (ValueRole.FutureDate, "expiry expiration expires end deadline until"),
        (ValueRole.Duration, "duration period interval timeout timespan"),
        (ValueRole.Count, "count counts total number instances items"),
        (ValueRole.Percentage, "percentage percent ratio coverage"),
        (ValueRole.Score, "score rating level rank weight"),
        (ValueRole.Size, "size bytes length quota storage"),
        (ValueRole.Year, "year"),
        (ValueRole.Days, "days hours minutes seconds months"),
    ]);

    private static readonly FrozenSet<string> Future = FrozenSet.ToFrozenSet(
        ["expiry", "expiration", "expires", "expire", "end", "due", "next", "until", "deadline", "renewal", "scheduled", "to", "after"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Recent = FrozenSet.ToFrozenSet(
        ["last", "modified", "updated", "changed", "update", "recent", "latest", "refresh"], StringComparer.Ordinal);

    public static ValueRole Of(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return ValueRole.None;
        }

        if (!Whole.TryGetValue(string.Concat(words), out ValueRole role))
        {
            role = Last(words);
        }

        return role is ValueRole.PastDate ? WhichDate(words) : role;
    }

    private static ValueRole Last(IReadOnlyList<string> words)
    {
        if (words.Count > 1 && LastWord.TryGetValue(words[^2] + words[^1], out ValueRole role))
        {
            return role;
        }

        // A lone "on", "start" or "end" is a switch or a position, not a date.
        return LastWord.TryGetValue(words[^1], out role) && !(words.Count == 1 && words[0] is "on" or "to") ? role : ValueRole.None;
    }

    private static ValueRole WhichDate(IReadOnlyList<string> words) =>
        words.Any(Future.Contains) ? ValueRole.FutureDate : words.Any(Recent.Contains) ? ValueRole.RecentDate : ValueRole.PastDate;

    private static FrozenDictionary<string, ValueRole> ToTable((ValueRole Role, string Names)[] rows)
    {
        Dictionary<string, ValueRole> table = new(StringComparer.Ordinal);
        foreach ((ValueRole role, string names) in rows)
        {
            foreach (string name in names.Split(' '))
            {
                table.TryAdd(name, role);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
