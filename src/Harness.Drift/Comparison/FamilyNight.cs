using Harness.Contracts.Families;
using Harness.Drift.Probing;

namespace Harness.Drift.Comparison;

/// <summary>All endpoints of one family in one run: what they have in common tells the portal's trouble from an endpoint's.</summary>
internal sealed class FamilyNight(Family? family, IReadOnlyList<EndpointNight> endpoints)
{
    private const int EnoughEndpoints = 5;
    private const double IncidentShare = 0.3;

    private readonly RefusalGallery? _gallery = family is null ? null : new RefusalGallery(family);

    public IReadOnlyList<EndpointNight> Endpoints => endpoints;

    /// <summary>How many endpoints' last answers are so.</summary>
    public int ShareOf(Func<Observation, bool> isSo) => endpoints.Count(e => e.Last is { } last && isSo(last));

    /// <summary>The status that too many endpoints have in common, or a family whose canaries failed; null when all is well.</summary>
    /// <remarks>Many 404 or 405 with healthy canaries are many endpoints gone, and each is told.</remarks>
    public (string Rule, string After, string Because)? Incident()
    {
        EndpointNight[] answered = [.. endpoints.Where(e => e.Last is not null)];
        EndpointNight[] unhealthy = [.. answered.Where(e => e.Session == SessionHealth.Unhealthy)];
        if (answered.Length > 0 && unhealthy.Length == answered.Length)
        {
            return WithoutCanaries(unhealthy);
        }

        var alike = answered.Where(e => e.Last!.Status is 401 or 403 or 429 or >= 500).GroupBy(e => e.Last!.Status).MaxBy(g => g.Count());
        return answered.Length >= EnoughEndpoints && alike is not null && alike.Count() > answered.Length * IncidentShare
            ? ("DRIFT009", $"{alike.Key}", $"{alike.Count()} of {answered.Length} endpoints answered {alike.Key}.")
            : null;
    }

    // A sign-in, a page in place of data, or the portal's own trouble: what most answers have in common is what the canaries failed of.
    private (string Rule, string After, string Because) WithoutCanaries(EndpointNight[] unhealthy)
    {
        Observation[] last = [.. unhealthy.Select(e => e.Last!)];
        if (last.Count(IsAway) * 2 > last.Length)
        {
            return ("DRIFT001", "sign-in", "The session ended, and a new one did not help: nothing of this family counts tonight.");
        }

        if (last.Count(o => o.Status == 421 || o.Redirect == RedirectTarget.OtherHost) * 2 > last.Length)
        {
            return ("DRIFT008", "elsewhere", "The canaries failed, and most endpoints point to another host: this tenant lives elsewhere.");
        }

        if (unhealthy.Count(e => LookOf(e) == RefusalLook.License || (e.Last!.Status == 404 && IsUnlicensed(e))) * 2 > last.Length)
        {
            return ("DRIFT003", "unlicensed", "The canaries failed, and most endpoints answered that a license or feature is missing.");
        }

        var alike = last.Where(o => o.Status is 403 or 429 or >= 500).GroupBy(o => o.Status).MaxBy(g => g.Count());
        return alike is not null && alike.Count() * 2 > last.Length
            ? ("DRIFT009", $"{alike.Key}", $"The canaries failed, and {alike.Count()} of {last.Length} endpoints answered {alike.Key}.")
            : ("DRIFT012", "canaries failed", "The canaries failed: nothing of this family counts tonight.");
    }

    // A page with an error status is that error.
    private static bool IsAway(Observation answer) =>
        answer.Status is 401 or 440 || answer.Redirect == RedirectTarget.SignIn || (answer.Status < 400 && answer.BodyKind is (BodyKind.SignInPage or BodyKind.Html));

    public RefusalLook LookOf(EndpointNight night) =>
        _gallery is null || night.Last is not { } last ? RefusalLook.Unclear : _gallery.Recognize(last.Status, last.Body, last.Bytes);

    /// <summary>A license explains the refusal: nothing that hangs on it answers tonight, and the endpoint never did, or others fell silent with it.</summary>
    public bool IsUnlicensed(EndpointNight night)
    {
        LicenseGate[] gates = [.. GatesOf(night)];
        return gates.Length > 0 && LookOf(night) != RefusalLook.OtherContext && gates.Any(g => !IsHeld(g) && (!night.WasGood || LooksRevoked(night, g)));
    }

    /// <summary>All that looks like data is the family's way of saying that the license is missing.</summary>
    public bool IsUnlicensedData(EndpointNight night) =>
        _gallery is not null && night.Answers.Any() && night.Answers.All(a => a.Status is >= 200 and < 300 && _gallery.IsUnlicensedData(a.Status, a.Body));

    /// <summary>Something that hangs on each of the endpoint's licenses answers tonight.</summary>
    public bool HasLicense(EndpointNight night) => GatesOf(night).All(IsHeld);

    /// <summary>The list that the ids of the path would come from is no route either.</summary>
    public bool IsListGone(EndpointNight night)
    {
        int id = night.Key.Path.LastIndexOf('{');
        string list = id < 0 ? "" : night.Key.Path[..id].TrimEnd('/', '(', '\'');
        return list.Length > 0
            && endpoints.FirstOrDefault(e => string.Equals(e.Key.Path.TrimEnd('/'), list, StringComparison.OrdinalIgnoreCase)) is { Last: { Status: 404, UsesHarvestedId: false } } gone
            && gone.Session == SessionHealth.Healthy
            && !gone.IsUsualRefusal(gone.Last.Status)
            && !IsUnlicensed(gone);
    }

    private IEnumerable<LicenseGate> GatesOf(EndpointNight night) => (family?.Licenses ?? []).Where(g => Covers(g, night));

    private static bool Covers(LicenseGate gate, EndpointNight night) => gate.Operations.Any(p => p.Matches(night.Key.Method, PortalPath(night)));

    private static string PortalPath(EndpointNight night) => night.Operation?.PortalPath ?? night.Key.Path;

    private bool IsHeld(LicenseGate gate) =>
        endpoints.Any(e => Covers(gate, e) && e.Answers.Any(a => a.Status is >= 200 and < 300));

    // Of a license that covers one endpoint only, the refusal itself must say that it is one.
    private bool LooksRevoked(EndpointNight night, LicenseGate gate) =>
        LookOf(night) == RefusalLook.License || endpoints.Count(e => Covers(gate, e) && e.Last is not null) > 1;
}
