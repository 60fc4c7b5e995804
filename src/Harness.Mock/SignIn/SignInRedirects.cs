using Harness.Mock.Exchanges;

namespace Harness.Mock.SignIn;

/// <summary>Where a portal sends a caller without a session: the one place that knows the address of the sign-in page.</summary>
internal sealed class SignInRedirects(SignInTickets tickets)
{
    /// <summary>Path of the sign-in page on its host.</summary>
    public const string Path = "/harness/sign-in";

    // What a protected ticket makes of a longer one no longer fits into a header line.
    private const int LongestReturn = 2000;

    public string For(Exchange exchange)
    {
        // A script's call is nothing to come back to; the person returns to the portal's first page.
        string asked = exchange.IsPageRequest ? exchange.Path + exchange.Http.Request.QueryString.Value : "/";
        string state = tickets.NewState(
            exchange.Portal.Family.Id, exchange.Tenant.Id.ToString("D"), exchange.Host, asked.Length <= LongestReturn ? asked : "/", exchange.At);
        return SameForm.Url(exchange.Http, exchange.Address, LoginAddresses.SignInHost, $"{Path}?state={state}");
    }
}
