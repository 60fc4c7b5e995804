namespace Harness.Drift.Targets;

/// <summary>How a run proves who it is: the kind, and what that kind wants to know. It never holds a secret, only where one is.</summary>
public sealed record CredentialSettings(string Kind, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    public string? Text(string key) => Values.TryGetValue(key, out IReadOnlyList<string>? words) && words.Count > 0 ? words[0] : null;

    public IReadOnlyList<string> Texts(string key) => Values.TryGetValue(key, out IReadOnlyList<string>? words) ? words : [];
}
