namespace Harness.Contracts.Yaml;

/// <summary>What a node is once its scalar has been resolved by YAML 1.2's JSON rules.</summary>
public enum YamlKind
{
    Null,
    Boolean,
    Number,
    Text,
    Sequence,
    Mapping,
}
