namespace Harness.Stubs.Recordings;

/// <summary>Why a call of a HAR did not become a recording.</summary>
public enum LeftOut
{
    /// <summary>No family answers on its host.</summary>
    OtherHost,

    /// <summary>A family's host, and no operation of its contract.</summary>
    NoOperation,

    /// <summary>It wrote, and playing the reply back would hide what later writes do.</summary>
    Write,

    /// <summary>Telemetry of the portal's pages.</summary>
    Telemetry,

    /// <summary>The portal refused, redirected or failed.</summary>
    NoSuccess,

    /// <summary>Pictures, scripts, downloads; or the browser kept no body.</summary>
    NoData,

    /// <summary>The browser cut the body off: half a document would play back as a whole one.</summary>
    Cut,

    /// <summary>The same call with the same reply was recorded already.</summary>
    Repeated,
}
