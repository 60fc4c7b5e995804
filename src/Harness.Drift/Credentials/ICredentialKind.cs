using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>One way to get sessions and tokens for a target; one file a kind, listed in <see cref="CredentialKinds"/>.</summary>
internal interface ICredentialKind
{
    /// <summary>As target files name it.</summary>
    string Name { get; }

    /// <summary>What may stand under <c>credentials</c> besides the kind.</summary>
    IReadOnlyList<string> Keys { get; }

    IReadOnlyList<string> RequiredKeys { get; }

    bool NeedsGateway { get; }

    ITargetCredentials Open(Target target, CredentialSurroundings surroundings);
}
