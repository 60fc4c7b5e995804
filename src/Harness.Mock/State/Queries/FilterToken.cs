namespace Harness.Mock.State.Queries;

/// <summary>A word, a text or a sign of a filter.</summary>
/// <param name="Kind">w = word, ' = text, otherwise the sign itself; 0 at the end.</param>
/// <param name="At">Where it begins, from zero.</param>
internal readonly record struct FilterToken(char Kind, string Text, int At);
