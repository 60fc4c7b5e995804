namespace Harness.Mock;

/// <summary>How a mock server is to be started. Every default is what <c>harness serve</c> starts without options.</summary>
public sealed record MockServerOptions
{
    /// <summary>Port for plain HTTP; 0 picks a free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Port for HTTPS; 0 picks a free one, null leaves HTTPS off.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>Port of the forward proxy; 0 picks a free one, null leaves it off.</summary>
    public int? ProxyPort { get; init; }

    /// <summary>Lets the forward proxy tunnel to hosts that nobody mocks, instead of refusing them.</summary>
    public bool ProxyPassThrough { get; init; }

    /// <summary>Address to listen on. Anything but loopback makes the control API ask for its token.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Folder of the core contract; null for the one that ships with the program.</summary>
    public string? CoreContracts { get; init; }

    /// <summary>Further contracts, later wins: a nodoc checkout, its <c>specifications</c> folder, one family's folder, our own layout, or a zip of any.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    /// <summary>Leaves our core <c>openapi.yml</c> files out; access models stay.</summary>
    public bool NoCore { get; init; }

    /// <summary>Families to serve; empty for all.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    /// <summary>Profile name (<c>contoso-e5</c>) or path of a tenant file.</summary>
    public string Tenant { get; init; } = "contoso-e5";

    /// <summary>Folder of tenant files; null for the ones that ship with the program.</summary>
    public string? Tenants { get; init; }

    /// <summary>The same seed gives the same world, in any order of calls and after a restart.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What the virtual clock shows first; null for the real time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Folder for keys; null for the user's data folder.</summary>
    public string? Data { get; init; }

    /// <summary>Folder of compiled contracts; null for the user's cache folder, empty for no cache.</summary>
    public string? Cache { get; init; }

    /// <summary>False lets every call in, so that only the answers are mocked.</summary>
    public bool Access { get; init; } = true;

    /// <summary>Whether answers carry <c>x-harness-exchange</c> and <c>x-harness-decision</c>.</summary>
    public bool Explain { get; init; } = true;

    /// <summary>How many exchanges the journal keeps.</summary>
    public int JournalCapacity { get; init; } = 1000;

    /// <summary>Folder of stub mappings, one folder in it for each family; null for the ones that ship with the program.</summary>
    public string? Mocks { get; init; }

    /// <summary>Folder of recordings; null for none.</summary>
    public string? Recordings { get; init; }

    /// <summary>Counts start-up time from the start of the process, for a server that is the whole process.</summary>
    public bool FromProcessStart { get; init; }

    /// <summary>Real time, under the virtual clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
