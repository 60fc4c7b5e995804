using System.Text.Json.Serialization;
using Harness.Contracts.Access;

namespace Harness.Mock.Access;

/// <summary>How tickets are written inside their protected values.</summary>
[JsonSerializable(typeof(SessionTicket))]
internal sealed partial class TicketJson : JsonSerializerContext;
