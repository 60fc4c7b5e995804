namespace Harness.Contracts.Families.Pages;

/// <summary>A part of a family's page: a heading, a sentence, a table. Empty tables are left out by the writers.</summary>
/// <param name="Text">Under the heading; empty for none.</param>
public sealed record PageSection(string Title, string Text, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
