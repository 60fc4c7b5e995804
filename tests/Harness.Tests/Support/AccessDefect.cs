using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>One way to get one requirement wrong.</summary>
/// <param name="Code">Decision code that it must meet.</param>
/// <param name="Reason">Which of the requirement's refusals answers.</param>
/// <param name="Spoil">Takes away or damages what the requirement asks for, in a session that was good.</param>
internal sealed record AccessDefect(IAccessRequirement Requirement, string Code, string Reason, Func<RunningServer, OperationRow, PortalSession, Task> Spoil)
{
    public override string ToString() => $"{Requirement.Kind} {Requirement.Name} {Reason} -> {Code}";
}
