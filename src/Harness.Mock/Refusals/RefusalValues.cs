using System.Globalization;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Refusals;

/// <summary>The values of a refusal's variables for one call; the names stand in <see cref="Contracts.Families.RefusalVariables"/>.</summary>
internal sealed class RefusalValues(Exchange exchange, Grounds grounds)
{
    private static readonly string[] RequestIdHeaders = ["client-request-id", "x-ms-client-request-id", "request-id", "x-correlationid", "X-Request-Id"];

    // Made anew each time it is asked for, and a page that shows it twice must show the same.
    private string? _signIn;

    public string Get(string name) => name switch
    {
        "requestId" => exchange.RequestId.ToString("D"),
        "clientRequestId" => ClientRequestId(),
        "now" => exchange.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        "nowText" => exchange.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "httpDate" => exchange.At.ToString("R", CultureInfo.InvariantCulture),
        "tenantId" => exchange.Tenant.Id.ToString("D"),
        "tenantDomain" => exchange.Tenant.Domains[0],
        "host" => exchange.Host,
        "path" => exchange.Path,
        "url" => $"https://{exchange.Host}{exchange.Path}",
        "method" => exchange.Method,
        "audience" => grounds.Audience,
        "expected" => grounds.Expected,
        "name" => grounds.Name,
        "callerId" => grounds.CallerId,
        "clientId" => grounds.ClientId,
        "signIn" => _signIn ??= exchange.Portal.SignIn.For(exchange),
        _ => "",
    };

    private string ClientRequestId()
    {
        foreach (string header in RequestIdHeaders)
        {
            if (exchange.Header(header) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return exchange.RequestId.ToString("D");
    }
}
