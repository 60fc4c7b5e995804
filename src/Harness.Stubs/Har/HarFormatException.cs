using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>The JSON is sound and is no HAR; the message says why, and never quotes the file.</summary>
internal sealed class HarFormatException(string message) : JsonException(message);
