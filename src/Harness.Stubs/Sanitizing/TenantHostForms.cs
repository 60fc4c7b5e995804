using System.Buffers;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing;

/// <summary>Hosts of Microsoft that begin with a tenant's or a resource's own name.</summary>
internal static class TenantHostForms
{
    private const string Label = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    private static readonly Regex Form = new(
        $@"(?<![A-Za-z0-9.-])(?:(?<org>[A-Za-z0-9][A-Za-z0-9-]*?)(?<part>-admin|-my|-public|-files|-myfiles|-my-files)?(?<suffix>\.sharepoint\.com)"
        + $@"|(?<org>{Label})(?<suffix>(?:\.mail)?\.onmicrosoft\.com|(?:\.api)?\.crm\d*\.dynamics\.com|\.b2clogin\.com|\.ciamlogin\.com|\.powerappsportals\.com|\.(?:blob|table|queue|file|dfs|web)\.core\.windows\.net|\.vault\.azure\.net|\.database\.windows\.net|\.servicebus\.windows\.net|\.azurewebsites\.net|\.azure-api\.net|\.documents\.azure\.com|(?:\.[a-z0-9]{{2,6}})?\.portal\.cloudappsecurity\.com|\.atp\.azure\.com|\.operations\.dynamics\.com|\.search\.windows\.net|\.azurecr\.io|\.webhook\.office\.com)"
        + $@"|(?<mx>{Label})(?<suffix>\.mail\.protection\.outlook\.com))(?![A-Za-z0-9-])",
        RegexOptions.ExplicitCapture | RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(5));

    private static readonly SearchValues<string> Suffixes = SearchValues.Create(
        [".sharepoint.com", ".onmicrosoft.com", ".dynamics.com", ".windows.net", ".azure", "cloudappsecurity.com", "login.com", "powerappsportals.com", ".webhook.office.com", ".mail.protection.outlook.com"], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> ServiceNames = new(StringComparer.OrdinalIgnoreCase) { "www", "login", "api", "disco", "globaldisco", "admin", "outlook", "autodiscover", "portal", "make", "static" };

    /// <summary>Texts that hold none of these need no closer look.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().ContainsAny(Suffixes);

    /// <summary>Replaces the names in every such host of a text.</summary>
    public static string ReplaceAll(string text, Identities identities) => MayBeIn(text) ? Form.Replace(text, m => StandIn(m, identities)) : text;

    /// <summary>The host with its name replaced; null if it is no such host.</summary>
    public static string? Replace(string host, Identities identities) =>
        MayBeIn(host) && Form.Match(host) is { Success: true } match && match.Length == host.Length ? StandIn(match, identities) : null;

    private static string StandIn(Match match, Identities identities)
    {
        string suffix = match.Groups["suffix"].Value;
        if (match.Groups["mx"] is { Success: true } mx)
        {
            // The domain with dashes for dots: fabrikam-de is fabrikam.de.
            int dash = mx.Value.LastIndexOf('-');
            return (dash < 0 ? identities.Organization(mx.Value) : identities.Domain(mx.Value[..dash] + "." + mx.Value[(dash + 1)..]).Replace('.', '-')) + suffix;
        }

        string org = match.Groups["org"].Value;
        return ServiceNames.Contains(org) ? match.Value : identities.Organization(org) + match.Groups["part"].Value + suffix;
    }
}
