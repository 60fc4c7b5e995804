using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks;

/// <summary>An oddity of a portal, bound to the operations that <c>family.yml</c> names.</summary>
internal interface IQuirk
{
    /// <summary>Null when the oddity does not show for this call.</summary>
    Reply? Answer(Exchange exchange);

    /// <summary>Serves the call where a contract cannot say what its answer depends on; stubs come first. Null passes it on.</summary>
    Reply? Serve(Exchange exchange) => null;

    /// <summary>The caller with the roles that the product itself keeps for him, beside those of the directory.</summary>
    Caller WithRoles(Exchange exchange, Caller caller) => caller;

    /// <summary>Changes a success that was made up from the contract: what a schema cannot say, the quirk puts in.</summary>
    Reply Amend(Exchange exchange, Reply reply) => reply;

    /// <summary>The path whose contents are meant, where this one is a second name of it; null where it is not.</summary>
    string? Canonical => null;

    /// <summary>What a call must add so that the oddity stays away; empty when nothing helps.</summary>
    IReadOnlyDictionary<string, string> Remedy { get; }

    /// <summary>The same where it depends on the tenant: values that a client learns from earlier calls.</summary>
    CallRemedy RemedyFor(Operation operation, Tenant tenant) => CallRemedy.None with { Query = Remedy };
}
