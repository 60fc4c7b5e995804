namespace Harness.Mock.Proxy;

/// <summary>How a connection to the proxy begins.</summary>
internal enum ProxyHeadKind
{
    /// <summary>It ended before it said anything whole, or the server stops.</summary>
    Gone,

    /// <summary>A CONNECT, read and taken off the connection.</summary>
    Connect,

    /// <summary>Any other request, left on the connection for the web server.</summary>
    Request,

    /// <summary>A CONNECT that names no host and port.</summary>
    Malformed,

    /// <summary>A CONNECT whose headers do not end.</summary>
    TooLong,

    /// <summary>Nothing whole came in time.</summary>
    TooSlow,
}
