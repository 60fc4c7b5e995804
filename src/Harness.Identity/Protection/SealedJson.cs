using System.Text.Json.Serialization;
using Harness.Identity.Grants;
using Harness.Identity.SignIn;

namespace Harness.Identity.Protection;

/// <summary>How documents are written inside sealed values.</summary>
[JsonSerializable(typeof(UserGrant))]
[JsonSerializable(typeof(DeviceTicket))]
[JsonSerializable(typeof(SignInProgress))]
[JsonSerializable(typeof(LoginSession))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class SealedJson : JsonSerializerContext;
