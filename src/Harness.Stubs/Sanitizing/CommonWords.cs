using System.Collections.Frozen;

namespace Harness.Stubs.Sanitizing;

/// <summary>Words that are a name now and then and a plain word much more often; they are replaced under a name's label and nowhere else.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "account", "admin", "alert", "alerts", "all", "api", "app", "apps", "audit", "auth", "azure", "backup", "client", "cloud", "common", "compliance", "config", "contact", "data", "default", "demo", "device",
        "devices", "dev", "directory", "email", "entra", "error", "exchange", "external", "finance", "global", "grace", "group", "groups", "guest", "help", "home", "identity", "info", "internal", "intune", "legal", "mark",
        "marketing", "microsoft", "mail", "main", "member", "members", "none", "null", "office", "online", "operations", "owner", "partner", "policy", "portal", "power", "private", "prod", "production", "public", "report",
        "reports", "role", "roles", "rose", "sales", "security", "server", "service", "services", "settings", "sharepoint", "site", "sites", "staff", "support", "system", "team", "teams", "tenant", "test", "testing", "token",
        "true", "false", "unknown", "user", "users", "windows", "will", "may", "june", "april", "august", "art", "bill", "bob", "hope", "joy", "faith", "chase", "grant", "pat", "sue", "rob", "drew", "frank", "max", "name",
        "engineering", "research", "development", "product", "projects", "project", "communication", "general", "human resources", "title", "domain", "high", "medium", "low", "active", "enabled", "disabled",
        "sensor", "engage", "defender", "graph", "onedrive", "personal", "example", "invalid", "localhost", "value", "values", "type", "status", "id", "get", "post", "put", "delete", "patch",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);
}
