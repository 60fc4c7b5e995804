namespace Harness.Drift.Credentials;

/// <summary>What kinds of credentials may use of the machine they run on.</summary>
/// <param name="DataFolder">The user's own folder; nothing secret is kept anywhere else.</param>
/// <param name="Say">Takes a line for the person at the terminal, such as where to enter a device code.</param>
/// <param name="AcceptOverprivileged">A person said that tokens which can do more than read are fine this time.</param>
public sealed record CredentialSurroundings(string DataFolder, TimeProvider Clock, Action<string> Say, bool AcceptOverprivileged = false);
