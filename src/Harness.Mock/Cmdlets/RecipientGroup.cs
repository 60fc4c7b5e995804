namespace Harness.Mock.Cmdlets;

/// <summary>A distribution group, or a dynamic one whose members a filter finds.</summary>
internal sealed record RecipientGroup(Recipient Itself, bool IsDynamic, IReadOnlyList<Recipient> Members);
