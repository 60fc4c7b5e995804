namespace Harness.Stubs.Mappings;

/// <summary>Whose JSON a mapping is written in; both say the same things with other names and other defaults.</summary>
public enum StubDialect
{
    /// <summary>PascalCase, matchers by name, priority 0 unless said.</summary>
    WireMockNet,

    /// <summary>camelCase, patterns by key, priority 5 unless said.</summary>
    WireMock,
}
