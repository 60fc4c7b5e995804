using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>A way to meet one row of the error table.</summary>
/// <param name="Error">The OAuth error, where it is not the row's own.</param>
internal sealed record RefusalCase(AadstsCode Code, string Way, Func<EntraServer, Task<PortalAnswer>> Meet, string? Error = null)
{
    public override string ToString() => $"{(int)Code}_{Code}_{Way}";
}
