using Harness.Contracts;

namespace Harness.Cli.Trust;

/// <summary>Where an operating system keeps the authorities it trusts.</summary>
internal interface ITrustStore
{
    /// <summary>What was changed, for the person to read.</summary>
    /// <exception cref="HarnessException">The system does not permit it; the message names the command that does it by hand.</exception>
    string Install(string pem);

    /// <exception cref="HarnessException">The system does not permit it.</exception>
    string Remove();
}
