using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>A list of users, and calls that ask for one of them by every spelling of the id and the name.</summary>
internal static class LinkedEntries
{
    public static List<Link> Build(Draw draw, List<JsonObject> entries)
    {
        var links = new List<Link>();
        for (int i = 0; i < 3; i++)
        {
            Guid id = draw.Id();
            string local = $"{draw.Word(5)}.{draw.Word(6)}", domain = draw.Domain(), organization = draw.Word(10);
            int list = entries.Count;
            JsonObject entry = HarPlanter.Empty("https://graph.microsoft.com/v1.0/users");
            Positions.Body(entry, $$"""{"value":[{"id":"{{id}}","displayName":"{{draw.Name()}}","userPrincipalName":"{{local}}@{{domain}}","mail":"{{local}}@{{organization}}.onmicrosoft.com","mailNickname":"{{local}}"}]}""");
            entries.Add(entry);
            Ids(links, entries, list, id);
            Names(links, entries, list, local, domain, organization);
        }

        return links;
    }

    private static void Ids(List<Link> links, List<JsonObject> entries, int list, Guid id)
    {
        Func<JsonObject, string> listed = e => Guid.Parse(User(e, "id")).ToString();
        Add("id in a path", "https://graph.microsoft.com/v1.0/users/" + id, e => Guid.Parse(Segment(e, 3)).ToString());
        Add("id in capitals", "https://graph.microsoft.com/v1.0/users/" + id.ToString().ToUpperInvariant(), e => Guid.Parse(Segment(e, 3)).ToString());
        Add("bare id", "https://graph.microsoft.com/v1.0/users/" + id.ToString("N"), e => Guid.ParseExact(Segment(e, 3), "N").ToString());
        Add("id in an OData key", $"https://graph.microsoft.com/v1.0/users(guid'{id}')", e => Guid.Parse(Segment(e, 2)[11..^2]).ToString());
        Add("id in a host", $"https://default{id.ToString("N")[..30]}.{id.ToString("N")[30..]}.environment.api.powerplatform.com/x", e => Guid.ParseExact(Host(e)[7..37] + Host(e)[38..40], "N").ToString());
        Add("cloud SID", "https://graph.microsoft.com/v1.0/x/" + Sid(id), e => FromSid(Segment(e, 3)));
        Add("id as bytes", "https://graph.microsoft.com/v1.0/x?source=" + Uri.EscapeDataString(Convert.ToBase64String(id.ToByteArray())), e => new Guid(Convert.FromBase64String(Query(e))).ToString());
        Add("id encoded twice", "https://graph.microsoft.com/v1.0/x?filter=" + Uri.EscapeDataString($"/users%2F{id}"), e => Guid.Parse(Uri.UnescapeDataString(Query(e))[7..]).ToString());

        Add("id in a token", "https://graph.microsoft.com/v1.0/x?ticket=" + Token(id), e => Guid.Parse(Claims(Query(e))["oid"]!.GetValue<string>()).ToString());

        void Add(string name, string url, Func<JsonObject, string> read)
        {
            links.Add(new Link(name, (list, listed), (entries.Count, read)));
            entries.Add(HarPlanter.Empty(url));
        }
    }

    private static void Names(List<Link> links, List<JsonObject> entries, int list, string local, string domain, string organization)
    {
        Add("name in a path", "https://graph.microsoft.com/v1.0/users/" + Uri.EscapeDataString($"{local}@{domain}"), e => User(e, "userPrincipalName"), e => Segment(e, 3));
        Add("name in another case", "https://graph.microsoft.com/v1.0/users/" + $"{local}@{domain}".ToUpperInvariant(), e => User(e, "userPrincipalName"), e => Segment(e, 3).ToLowerInvariant());
        Add("personal site", $"https://{organization}-my.sharepoint.com/personal/{Underscored($"{local}_{domain}")}/Documents", e => Underscored(User(e, "userPrincipalName").Replace('@', '_')), e => Segment(e, 2));
        Add("organization", $"https://{organization}-admin.sharepoint.com/_api/x", e => User(e, "mail").Split('@')[1].Split('.')[0], e => Host(e).Split('-')[0]);
        Add("guest", "https://graph.microsoft.com/v1.0/users/" + Uri.EscapeDataString($"{local}_{domain}#EXT#@{organization}.onmicrosoft.com"), e => User(e, "userPrincipalName"), e => Segment(e, 3).Split("#EXT#")[0].Replace('_', '@'));
        Add("short name", "https://graph.microsoft.com/v1.0/x?alias=" + local, e => User(e, "userPrincipalName").Split('@')[0], Query);
        Add("domain", $"https://autodiscover.{domain}/x", e => User(e, "userPrincipalName").Split('@')[1], e => Host(e)["autodiscover.".Length..]);

        void Add(string name, string url, Func<JsonObject, string> listed, Func<JsonObject, string> read)
        {
            links.Add(new Link(name, (list, listed), (entries.Count, read)));
            entries.Add(HarPlanter.Empty(url));
        }
    }

    private static string Underscored(string address) => address.Replace('.', '_').Replace('-', '_');

    private static string User(JsonObject entry, string member) => JsonNode.Parse(entry["response"]!["content"]!["text"]!.GetValue<string>())!["value"]![0]![member]!.GetValue<string>();

    private static Uri Url(JsonObject entry) => new(entry["request"]!["url"]!.GetValue<string>());

    private static string Segment(JsonObject entry, int index) => Uri.UnescapeDataString(Url(entry).AbsolutePath.Split('/')[index]);

    private static string Host(JsonObject entry) => Url(entry).Host;

    private static string Query(JsonObject entry) => Uri.UnescapeDataString(Url(entry).Query.Split('=', 2)[1]);

    private static string Token(Guid id) => $"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"iss":"https://sts.windows.net/x/","oid":"{{id}}"}"""))}.c2lnbmF0dXJl";

    private static JsonObject Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();

    private static string Sid(Guid id) => "S-1-12-1-" + string.Join('-', Enumerable.Range(0, 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(id.ToByteArray().AsSpan(i * 4))));

    private static string FromSid(string sid)
    {
        byte[] bytes = new byte[16];
        string[] parts = sid.Split('-');
        for (int i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), uint.Parse(parts[4 + i], CultureInfo.InvariantCulture));
        }

        return new Guid(bytes).ToString();
    }
}
