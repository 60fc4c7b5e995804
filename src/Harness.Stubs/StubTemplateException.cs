namespace Harness.Stubs;

/// <summary>A template that was sound when it was read cannot be filled for this call.</summary>
public sealed class StubTemplateException(string message, Exception inner) : Exception(message, inner);
