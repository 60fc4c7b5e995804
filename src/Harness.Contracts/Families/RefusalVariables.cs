namespace Harness.Contracts.Families;

/// <summary>The names that a refusal's body and header templates may use between double braces.</summary>
public static class RefusalVariables
{
    /// <summary>Name and meaning, in the order in which documentation shows them.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["requestId"] = "a GUID made for this answer",
        ["clientRequestId"] = "the call's own request id header, or a GUID",
        ["now"] = "the virtual clock, ISO 8601 with milliseconds and Z",
        ["nowText"] = "the virtual clock, yyyy-MM-dd HH:mm:ssZ",
        ["httpDate"] = "the virtual clock as HTTP writes dates",
        ["tenantId"] = "GUID of the tenant in force",
        ["tenantDomain"] = "first domain of the tenant in force",
        ["host"] = "host that was called",
        ["path"] = "path that was called, without query",
        ["url"] = "the whole address that was called, without query",
        ["method"] = "method of the call",
        ["audience"] = "audience of the token that came, or empty",
        ["expected"] = "what the requirement wants: an audience, a header's value",
        ["name"] = "name of the requirement, license plan or object",
        ["callerId"] = "object id of whoever calls, where a role is missing",
        ["clientId"] = "client id of the application that calls, where a role is missing",
        ["signIn"] = "address of the sign-in page",
    };
}
