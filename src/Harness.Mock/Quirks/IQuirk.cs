using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>An oddity of a portal, bound to the operations that <c>family.yml</c> names.</summary>
internal interface IQuirk
{
    /// <summary>Null when the oddity does not show for this call.</summary>
    Reply? Answer(Exchange exchange);

    /// <summary>What a call must add so that the oddity stays away; empty when nothing helps.</summary>
    IReadOnlyDictionary<string, string> Remedy { get; }
}
