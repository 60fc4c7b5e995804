using System.Text.Json;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>A place in a JSON text where something may have to be replaced.</summary>
/// <param name="Start">Of the token, its quote included.</param>
/// <param name="Owner">The object it belongs to, as a number; -1 where there is none.</param>
/// <param name="NewName">What a name becomes.</param>
internal readonly record struct JsonToken(JsonTokenType Type, int Start, int End, bool IsEscaped, int Owner, LabelFacts Label, byte[]? NewName = null);
