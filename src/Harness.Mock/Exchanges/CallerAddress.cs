using Harness.Contracts.Routing;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Exchanges;

/// <summary>The address that a client called a portal by: a link to the real host would lead it out of the mock.</summary>
internal static class CallerAddress
{
    /// <summary>Scheme and host, with the prefix of the path form; no slash at the end.</summary>
    public static string Of(Exchange exchange)
    {
        HttpRequest request = exchange.Http.Request;
        return exchange.Address.Form == AddressForm.Host ? $"https://{exchange.Host}" : $"{request.Scheme}://{request.Host}{exchange.Address.Prefix}";
    }
}
