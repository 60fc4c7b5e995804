using System.Text.Json.Serialization;

namespace Harness.Identity.Pages;

/// <summary>How <c>$Config</c> is written; its encoder leaves nothing that could end a script element.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext;
