using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Entries in which nothing is anybody's: what they say must be the same afterwards.</summary>
internal static class Survivors
{
    private static readonly string[] Roles = ["62e90394-69f5-4237-9190-012177145e10", "f2ef992c-3afb-46b9-b7cf-a126ee74c451", "194ae4cb-b126-40b2-bd5b-6091b380977d", "29232cdf-9323-42fd-ade2-1d097af3e4de"];
    private static readonly string[] Applications = ["00000003-0000-0000-c000-000000000000", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "04b07795-8ddb-461a-bbee-02f9e1bf7b46", "80ccca67-54bd-44ab-8625-4b79c4dc7775"];

    public static IEnumerable<(string Class, JsonObject Entry)> Build(Draw draw)
    {
        foreach ((string name, string body) in Bodies(draw))
        {
            JsonObject entry = HarPlanter.Empty("https://security.microsoft.com/apiproxy/mtp/alertsApiService/alerts?pageIndex=1&pageSize=30&sortByField=LastUpdateTime&sortOrder=Descending");
            Positions.Body(entry, body);
            yield return (name, entry);
        }

        JsonObject headers = HarPlanter.Empty("https://admin.microsoft.com/admin/api/Domains/List?$select=id,displayName&$top=100&api-version=2023-01-01-preview");
        foreach ((string name, string value) in Headers())
        {
            headers["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = name, ["value"] = value });
        }

        yield return ("headers", headers);
    }

    private static IEnumerable<(string Class, string Body)> Bodies(Draw draw)
    {
        yield return ("roles", $$"""{"value":[{"id":"{{draw.One(Roles)}}","displayName":"Global Reader","isBuiltIn":true,"templateId":"{{draw.One(Roles)}}","description":"Can read everything that an administrator can"},{"roleDefinitionId":"{{draw.One(Roles)}}","directoryScopeId":"/","assignmentType":"Assigned"}]}""");
        yield return ("applications", $$"""{"value":[{"appId":"{{draw.One(Applications)}}","displayName":"Microsoft Graph","servicePrincipalType":"Application","publisherName":"Microsoft Services"}]}""");
        yield return ("products", $$"""{"value":[{"skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06","skuPartNumber":"SPE_E5","capabilityStatus":"Enabled","servicePlans":[{"servicePlanId":"efb87545-963c-4e0d-99df-69c6916d9eb0","servicePlanName":"EXCHANGE_S_ENTERPRISE","provisioningStatus":"Success","appliesTo":"User"}]},{"skuId":"{{draw.Id()}}","skuPartNumber":"NEW_PRODUCT","capabilityStatus":"Enabled"}]}""");
        yield return ("enums", $$"""{"status":"{{draw.One(["New", "InProgress", "Resolved"])}}","severity":"High","category":"SuspiciousActivity","state":"active","code":"Request_ResourceNotFound","key":"General","name":"standard","type":"Microsoft.Compute/virtualMachines","@odata.type":"#microsoft.graph.user","token_type":"Bearer","userType":"Member","operatingSystem":"Windows11","detectionSource":"WindowsDefenderAtp","level":"informational"}""");
        yield return ("numbers", $$"""{"count":{{draw.Number(9999)}},"score":{{draw.Number(99)}}.50,"size":12345678901,"ratio":1.0e-5,"enabled":true,"missing":null,"pages":[1,2,3],"text":"{{draw.Number(99999)}}","percent":"99.5%"}""");
        yield return ("dates", """{"createdDateTime":"2026-06-11T08:14:55Z","lastModified":"2026-06-11T08:14:55.1234567+00:00","legacy":"/Date(1781165695000)/","text":"Thu, 11 Jun 2026 08:14:55 GMT","day":"2026-06-11","duration":"PT1H30M","lastPasswordChangeDateTime":"2026-01-01T00:00:00Z"}""");
        yield return ("versions", $$"""{"agentVersion":"10.{{draw.Number(9)}}.8.{{draw.Number(9)}}","osVersion":"10.0.22631.3447","apiVersion":"2023-01-01-preview","build":"4.18.24{{draw.Number(9)}}.7","clientVersion":"1.2.3.4"}""");
        yield return ("errors", """{"error":{"code":"InvalidAuthenticationToken","message":"AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access the resource.","innerError":{"date":"2026-06-11T08:14:55"},"error_codes":[50076],"suberror":"basic_action"}}""");
        yield return ("addresses", """{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","help":"https://learn.microsoft.com/en-us/entra/identity/","api":"https://security.microsoft.com/apiproxy/mtp/k8s/machines?pageSize=25","login":"https://login.microsoftonline.com/common/oauth2/v2.0/authorize","loopback":"http://127.0.0.1:5080/","relative":"/api/v2/things?top=10&skip=20"}""");
        yield return ("identifiers", """{"a":"windows10EndpointProtectionConfiguration","b":"DeviceManagementConfigurationPolicyAssignment","permissions":["microsoft.directory/servicePrincipals/appRoleAssignedTo/update","User.Read.All"],"control":"ms-Button--primary root-142","resource":"Microsoft.OperationalInsights/workspaces","event":"UserLoggedInWithCertificateBasedAuthentication","rule":"ASR_BlockOfficeApplicationsFromCreatingChildProcesses"}""");
        yield return ("words", """{"language":"en-US","country":"DE","timeZone":"W. Europe Standard Time","currency":"EUR","description":"Shows devices that have not checked in for a while.","platform":"iOS/iPadOS","displayName":"All Users","preferredDataLocation":"EUR","usageLocation":"US"}""");
        yield return ("markup", """{"template":"<div class=\"ms-Grid\"><span>Settings</span></div>","css":".a{color:#ff00aa;margin:0 4px}","mime":"application/json; charset=utf-8"}""");
    }

    private static IEnumerable<(string Name, string Value)> Headers() =>
    [
        ("Content-Type", "application/json; odata.metadata=minimal; charset=utf-8"), ("Cache-Control", "no-store, no-cache"), ("Date", "Thu, 11 Jun 2026 08:14:55 GMT"), ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("X-Content-Type-Options", "nosniff"), ("x-ms-ests-server", "2.1.12470.11 - KRSLR1 ProdSlices"), ("Vary", "Accept-Encoding"), ("Server", "Microsoft-HTTPAPI/2.0"), ("x-frame-options", "SAMEORIGIN"), ("Retry-After", "120"),
        ("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"), ("x-ms-version", "2023-11-03"), ("OData-Version", "4.0"), ("DATASERVICEVERSION", "3.0"), ("X-Ms-Diagnostics", "2000001;reason=\"expired\""),
        ("content-security-policy", "default-src 'self' https://*.microsoft.com"), ("x-aspnet-version", "4.0.30319"), ("preference-applied", "odata.maxpagesize=100"),
    ];
}
