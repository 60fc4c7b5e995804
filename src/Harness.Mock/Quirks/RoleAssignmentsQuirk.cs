using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Exchanges;
using Harness.Mock.PlatformRoles;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks;

/// <summary>Roles that the product keeps itself: they are listed, given and taken here, and they open what the family's role gates guard.</summary>
/// <remarks>Settings: <c>role.NAME</c> with the id of each role; <c>permissions.NAME</c>, what the role says it allows.</remarks>
internal sealed class RoleAssignmentsQuirk : IQuirk
{
    public const string Kind = "role-assignments";

    private const string Definitions = "/roleDefinitions";
    private const string Assignments = "/roleAssignments";
    private const string AssignmentId = "roleAssignmentId";

    private readonly QuirkSettings _settings;
    private readonly RoleBook _book;

    public RoleAssignmentsQuirk(QuirkSettings settings)
    {
        _settings = settings;
        var roles = new List<RoleDefinition>();
        foreach (string name in settings.Below("role."))
        {
            settings.Need($"role.{name}", Guid.TryParse(settings.Text($"role.{name}"), out Guid id), "Write the role's GUID");
            roles.Add(new RoleDefinition(id, name, settings.List($"permissions.{name}")));
        }

        settings.Need("role.NAME", roles.Count > 0, "Name at least one role with its GUID");
        _book = new RoleBook(roles, settings.Tools.Clock);
        settings.Tools.OnReset(_book.Reset);
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        IReadOnlyList<RoleAssignment> known = _book.Of(tenant);
        if (operation.Method == "DELETE" && known.Count > 0)
        {
            return CallRemedy.None with { PathValues = new Dictionary<string, string>(StringComparer.Ordinal) { [AssignmentId] = known[^1].Id.ToString("D") } };
        }

        return operation.Method == "POST" && operation.Path.EndsWith(Assignments, StringComparison.OrdinalIgnoreCase)
            ? CallRemedy.None with { Body = ExampleBody(tenant) }
            : CallRemedy.None;
    }

    public Reply? Answer(Exchange exchange) => null;

    /// <summary>Roles of the product count by what was assigned, not by what the tenant's file says.</summary>
    public Caller WithRoles(Exchange exchange, Caller caller)
    {
        IEnumerable<string> others = caller.Roles.Where(held => !_book.Roles.Any(r => r.Name.Equals(held, StringComparison.OrdinalIgnoreCase)));
        bool isRegistered = !caller.IsAppOnly || exchange.Tenant.Apps.Any(a => SubjectIds.ServicePrincipal(exchange.Tenant.Id, a.ClientId) == caller.ObjectId);
        return !isRegistered ? caller : caller with
        {
            Roles = [.. others, .. _book.Of(exchange.Tenant).Where(a => a.Principal == caller.ObjectId && a.Scope.Covers(exchange)).Select(a => a.Role.Name)],
        };
    }

    public Reply? Serve(Exchange exchange)
    {
        Operation operation = exchange.Plan!.Operation;
        string path = operation.Path;
        return (operation.Method, exchange.Values.Find(AssignmentId)) switch
        {
            ("GET", null) when path.EndsWith(Definitions, StringComparison.OrdinalIgnoreCase) => Give(RoleAssignmentJson.Page(_book.Roles.Select(RoleAssignmentJson.Of)), "The roles that can be assigned."),
            ("GET", null) when path.EndsWith(Assignments, StringComparison.OrdinalIgnoreCase) => List(exchange),
            ("POST", null) when path.EndsWith(Assignments, StringComparison.OrdinalIgnoreCase) => Create(exchange),
            ("DELETE", { } id) => Delete(exchange, id),
            _ => null,
        };
    }

    private Reply List(Exchange exchange)
    {
        IEnumerable<RoleAssignment> all = _book.Of(exchange.Tenant);
        if (exchange.Values.Find("environmentId") is { } environment)
        {
            all = all.Where(a => a.Scope.IsIn(RoleScope.Environments, environment));
        }
        else if (exchange.Values.Find("environmentGroupId") is { } group)
        {
            all = all.Where(a => a.Scope.IsIn(RoleScope.Groups, group));
        }

        return Give(RoleAssignmentJson.Page(all.Select(RoleAssignmentJson.Of)), "The assignments that stand now.");
    }

    private Reply Create(Exchange exchange)
    {
        JsonNode? body = exchange.Body.IsEmpty ? null : JsonAnswers.ReadStrictly(exchange.Body.Span);
        if (AssignmentWish.Read(body, _book, exchange.Tenant.Id, out string problem) is not { } wish)
        {
            return exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(
                Stages.State, "body-invalid", problem, "Send principalObjectId, principalType, roleDefinitionId and scope.", Name: problem));
        }

        Guid by = _settings.Tools.CallerOf(exchange).ObjectId ?? Guid.Empty;
        RoleAssignment given = _book.Give(exchange.Tenant, wish.Principal, wish.Type, wish.Role, wish.Scope, by);
        return Give(
            RoleAssignmentJson.Page([RoleAssignmentJson.Of(given)]),
            $"{wish.Type} {wish.Principal} now holds '{wish.Role.Name}' in {wish.Scope}; its next call is judged by that.") with
        { Status = 201 };
    }

    private Reply Delete(Exchange exchange, string id) => Guid.TryParse(id, out Guid guid) && _book.Take(exchange.Tenant, guid)
        ? new Reply(204, new Decision(Stages.State, "served", "The assignment is gone; the principal's next call is judged without it.", "POST /__harness/reset brings it back.", _settings.Declaration.Evidence, _settings.Declaration.Source))
        : exchange.Portal.Refusals.Answer(exchange.Portal.Family.UnknownObject, exchange, new Grounds(
            Stages.State, "no-such-object", $"There is no role assignment '{id}'.", "Take an id from GET /authorization/roleAssignments.", Name: id));

    private Reply Give(JsonObject body, string because) => JsonAnswers.Give(body, _settings.Declaration, because, Stages.State);

    private string ExampleBody(Tenant tenant) => new JsonObject
    {
        ["principalObjectId"] = tenant.Apps.Count > 0 ? SubjectIds.ServicePrincipal(tenant.Id, tenant.Apps[^1].ClientId) : Guid.Empty,
        ["principalType"] = "ApplicationUser",
        ["roleDefinitionId"] = _book.Roles.Count > 0 ? _book.Roles[^1].Id : Guid.Empty,
        ["scope"] = RoleScope.Of(tenant.Id).ToString(),
    }.ToJsonString();
}
