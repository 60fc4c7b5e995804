using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Every kind of value that is planted.</summary>
internal static class SecretKinds
{
    public static readonly IReadOnlyList<SecretKind> Credentials =
    [
        new("opaque access token", "access_token", false, d => Secret.Of(d.Text(40))),
        new("authorization header", "authHeader", false, d => With("Bearer {0}", d.Word(12))),
        new("session cookie", "sessid", false, d => Secret.Of(d.Word(9))),
        new("signed token", "detail", true, Jwt),
        new("encrypted token", "detail", true, d => Parts("eyJhbGciOiJSU0EtT0FFUCJ9.{0}.{1}.{2}.{3}", d.Text(40), d.Text(20), d.Text(60), d.Text(22))),
        new("word-like encrypted token", "detail", true, d => Parts("eyJhbGciOiJSU0EtT0FFUCJ9.{0}.{1}.{2}.{3}", d.Word(40), d.Word(20), d.Word(60), d.Word(22))),
        new("refresh token", "detail", true, d => Parts("0.A{0}.AgAB{1}", d.Text(44), d.Text(80))),
        new("word-like refresh token", "detail", true, d => Parts("0.A{0}.AgAB{1}", d.Word(44), d.Word(80))),
        new("client secret", "detail", true, d => With("{0}", $"{d.Word(3)}8Q~{d.Text(34)}")),
        new("word-like client secret", "detail", true, d => With("abc8Q~{0}", d.Word(34))),
        new("short password", "password", false, d => Secret.Of(d.Word(4) + "!" + d.Digits(3))),
        new("temporary access pass", "temporaryAccessPass", false, d => Secret.Of($"{d.Text(9)}+{d.Text(3)}")),
        new("anti-forgery token", "RequestVerificationToken", false, d => Secret.Of(d.Text(9))),
        new("form digest", "detail", true, d => With("0x{0},11 Jun 2026 08:14:55 -0000", d.Text(64, "0123456789ABCDEF"))),
        new("word-like form digest", "detail", true, d => With("0x{0},11 Jun 2026 08:14:55 -0000", d.Text(64, "ABCDEF"))),
        new("basic credentials", "detail", true, d => With("Basic {0}", Convert.ToBase64String(Encoding.UTF8.GetBytes("svc:" + d.Word(8))))),
        new("SAML response", "SAMLResponse", false, Saml),
        new("SAML artifact", "SAMLart", false, d => With("AAQAA{0}", d.Word(30))),
        new("shared access signature", "detail", true, d => With("https://x.blob.core.windows.net/c/b?sv=2024-11-04&sp=r&sig={0}", d.Text(43))),
        new("connection string", "detail", true, d => With("DefaultEndpointsProtocol=https;AccountName=x;AccountKey={0};EndpointSuffix=core.windows.net", d.Base64(64))),
        new("short storage key", "detail", true, d => With("Endpoint=sb://x;SharedAccessKey={0}", d.Text(12))),
        new("key with a signature", "detail", true, d => Secret.Of($"{d.Text(33)}AzFu{d.Text(8)}")),
        new("word-like signed key", "detail", true, d => Secret.Of($"npm_{d.Word(36)}")),
        new("name and password in an address", "detail", true, d => With("https://svc:{0}@intern.test/x", d.Word(5) + d.Digits(2))),
        new("name and password in a broker's address", "detail", true, d => With("amqps://svc:{0}@intern.test/x", d.Word(9))),
        new("private key", "detail", true, d => With("-----BEGIN PRIVATE KEY-----\n{0}\n-----END PRIVATE KEY-----", d.Word(64))),
        new("recovery key", "detail", true, d => Secret.Of(string.Join('-', Enumerable.Range(0, 8).Select(_ => d.Digits(6))))),
        new("product key", "detail", true, d => Secret.Of(string.Join('-', Enumerable.Range(0, 5).Select(_ => d.Text(5, "BCDFGHJKMPQRTVWXY2346789"))))),
        new("webhook", "detail", true, d => With("https://outlook.office.com/x/IncomingWebhook/{0}", d.Word(32))),
        new("password in a sentence", "detail", true, d => With("sign-in failed: password={0} for svc", d.Word(4) + "#" + d.Digits(2))),
        new("session value", "nonce", false, d => Secret.Of(d.Text(14))),
        new("cursor", "$skiptoken", false, d => Secret.Of(d.Text(18))),
        new("unknown secret", "detail", true, d => Secret.Of(d.Text(28))),
    ];

    public static readonly IReadOnlyList<SecretKind> Identities =
    [
        new("id", "detail", true, d => Secret.Of(d.Id().ToString())),
        new("id in capitals", "detail", true, d => Secret.Of(d.Id().ToString("B").ToUpperInvariant())),
        new("bare id", "detail", true, d => Secret.Of(d.Id().ToString("N"))),
        new("id in a host", "detail", true, d => PlatformHost(d.Id().ToString("N"))),
        new("cloud SID", "detail", true, d => Secret.Of(CloudSid(d.Id()))),
        new("id as bytes", "onPremisesImmutableId", false, d => Secret.Of(Convert.ToBase64String(d.Id().ToByteArray()))),
        new("domain SID", "detail", true, d => DomainSid(d)),
        new("PUID", "detail", true, d => Secret.Of("1003" + d.Text(12, "0123456789ABCDEF"))),
        new("user principal name", "detail", true, d => Secret.Of(d.Upn())),
        new("guest", "detail", true, d => Guest(d.Word(6), d.Domain(), d.Word(9))),
        new("tenant host", "detail", true, d => With("{0}-admin.sharepoint.com", d.Word(11))),
        new("Dataverse host", "detail", true, d => With("https://{0}.api.crm4.dynamics.com/api", d.Word(8) + d.Digits(2))),
        new("own host", "detail", true, d => With("https://portal.{0}/start", d.Domain())),
        new("domain under its name", "defaultDomainName", false, d => Secret.Of(d.Domain())),
        new("personal site", "detail", true, d => With("https://x/personal/{0}/Documents", $"{d.Word(5)}_{d.Word(8)}_{d.Word(6)}_de")),
        new("network address", "detail", true, d => Secret.Of($"10.{1 + d.Number(250)}.{1 + d.Number(250)}.{1 + d.Number(250)}")),
        new("IPv6 address", "detail", true, d => Secret.Of($"2a02:{d.Text(4, "123456789abcdef")}:{d.Text(4, "123456789abcdef")}:1:{d.Text(4, "123456789abcdef")}:2:{d.Text(4, "123456789abcdef")}:{d.Text(4, "123456789abcdef")}")),
        new("hardware address", "detail", true, d => Secret.Of(string.Join('-', Enumerable.Range(0, 6).Select(_ => d.Text(2, "123456789ABCDEF"))))),
        new("telephone number", "detail", true, d => Secret.Of(d.Phone())),
        new("resource", "detail", true, d => With("/subscriptions/x/resourceGroups/{0}/providers/Microsoft.Web/sites/y", $"rg-{d.Word(7)}")),
        new("file server", "detail", true, d => With(@"\\{0}\share\a.txt", $"fs{d.Word(6)}")),
        new("profile folder", "detail", true, d => With(@"C:\" + @"Users\{0}\Desktop", d.Word(7))),
        new("distinguished name", "detail", true, d => With("CN={0},OU=Users,DC=intern", d.Name())),
    ];

    public static readonly IReadOnlyList<SecretKind> Labelled =
    [
        new("person", "displayName", false, d => Secret.Of(d.Name())),
        new("given name", "givenName", false, d => Secret.Of(d.GivenName())),
        new("device", "deviceName", false, d => Secret.Of($"LT-{d.Word(4)}-{d.Digits(3)}")),
        new("account", "mailNickname", false, d => Secret.Of($"{d.Word(4)}.{d.Word(6)}")),
        new("local telephone number", "mobilePhone", false, d => Secret.Of($"0{d.Digits(3)} {d.Digits(6)}")),
        new("street", "streetAddress", false, d => Secret.Of($"{d.FamilyName()}weg {d.Digits(2)}")),
        new("job title", "jobTitle", false, d => Secret.Of($"Leiter {d.FamilyName()}")),
        new("subject", "subject", false, d => Secret.Of($"Angebot an {d.FamilyName()}")),
    ];

    private static Secret Parts(string format, params string[] parts) => new(string.Format(CultureInfo.InvariantCulture, format, parts), parts);

    private static Secret Saml(Draw draw)
    {
        string upn = draw.Upn();
        return new Secret(Convert.ToBase64String(Encoding.UTF8.GetBytes($"<samlp:Response><saml:NameID>{upn}</saml:NameID><ds:SignatureValue>{draw.Text(60)}</ds:SignatureValue></samlp:Response>")), upn);
    }

    private static Secret With(string format, string value) => new(string.Format(CultureInfo.InvariantCulture, format, value), value);

    private static Secret Jwt(Draw draw)
    {
        string upn = draw.Upn(), id = draw.Id().ToString(), signature = draw.Text(60);
        string claims = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"iss":"https://sts.windows.net/{{id}}/","upn":"{{upn}}","exp":1790000000}"""));
        return new Secret($"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.{claims}.{signature}", upn, id, signature);
    }

    private static Secret PlatformHost(string id) => new($"https://default{id[..30]}.{id[30..]}.environment.api.powerplatform.com/x", id[..30]);

    private static Secret Guest(string local, string domain, string tenant) => new($"{local}_{domain}#EXT#@{tenant}.onmicrosoft.com", local, domain, tenant);

    private static Secret DomainSid(Draw draw)
    {
        string domain = $"{draw.Digits(9)}-{draw.Digits(9)}-{draw.Digits(9)}";
        return new Secret($"S-1-5-21-{domain}-1{draw.Digits(3)}", domain);
    }

    private static string CloudSid(Guid id)
    {
        byte[] b = id.ToByteArray();
        return "S-1-12-1-" + string.Join('-', Enumerable.Range(0, 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(i * 4))));
    }
}
