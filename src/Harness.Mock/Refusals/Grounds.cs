namespace Harness.Mock.Refusals;

/// <summary>Why a call is refused, told apart from how the portal says so.</summary>
/// <param name="Name">What it is about: a requirement, a license plan, an object; fills <c>{{name}}</c>.</param>
/// <param name="Expected">What was wanted, where that can be said; fills <c>{{expected}}</c>.</param>
/// <param name="Audience">Audience of the token that came; fills <c>{{audience}}</c>.</param>
/// <param name="CallerId">Object id of whoever calls, where that matters; fills <c>{{callerId}}</c>.</param>
/// <param name="ClientId">Client id of the application that calls; fills <c>{{clientId}}</c>.</param>
internal readonly record struct Grounds(
    string Stage, string Code, string Because, string? Fix, string Name = "", string Expected = "", string Audience = "", string CallerId = "", string ClientId = "");
