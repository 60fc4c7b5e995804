using Harness.Contracts.Routing;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>Somebody who answers on the sign-in hosts: the interim sign-in page, the token service. They are asked in order.</summary>
internal interface ILoginHost
{
    /// <summary>False, with nothing written, passes the call on to the next.</summary>
    Task<bool> Handle(HttpContext http, RequestAddress address);
}
