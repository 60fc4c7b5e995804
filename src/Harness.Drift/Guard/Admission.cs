namespace Harness.Drift.Guard;

/// <summary>Leave to send one GET to one address; only <see cref="Admissions"/> gives it, after every rail has been asked.</summary>
public sealed class Admission
{
    internal Admission(Uri address, string host, string template)
    {
        Address = address;
        Host = host;
        Template = template;
    }

    /// <summary>Where it is sent; the gateway's address when there is one.</summary>
    internal Uri Address { get; }

    /// <summary>The portal's host.</summary>
    public string Host { get; }

    /// <summary>Path template of the operation, for logs.</summary>
    public string Template { get; }
}
