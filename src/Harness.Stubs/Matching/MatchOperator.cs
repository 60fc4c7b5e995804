namespace Harness.Stubs.Matching;

/// <summary>How several matchers for one thing combine.</summary>
public enum MatchOperator
{
    /// <summary>One of them is enough: WireMock.Net's default.</summary>
    Or,

    /// <summary>All must accept; WireMock.Net's <c>Average</c> comes to the same, because only a perfect score answers.</summary>
    And,
}
