namespace Harness.Contracts.Routing;

/// <summary>How far a call got on its way to an operation.</summary>
public enum RouteOutcome
{
    /// <summary>No family declares the host.</summary>
    NoSuchHost,

    /// <summary>The host is known, the path is not.</summary>
    NoSuchOperation,

    /// <summary>The path is known, with other methods.</summary>
    MethodNotAllowed,

    Found,
}
