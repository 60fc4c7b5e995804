using Harness.Tests.Support;

namespace Harness.Tests.Drift.Confusion;

/// <summary>Everything that one endpoint or a whole family can suffer, alone and together.</summary>
internal static class Causes
{
    private const string Shell = "<!doctype html><html><head><title>Admin center</title></head><body><div id=\"root\"></div></body></html>";

    private static readonly Task<bool> Done = Task.FromResult(true);

    public static readonly IReadOnlyList<Cause> All =
    [
        new("vanished", "DRIFT102") { GatesOn = 2, IsServedWithout = true },
        new("vanished to POST", "DRIFT103") { GatesOn = 2, Strike = static (b, _) => b.Error(b.Victim, 405) },
        new("gone for good", "DRIFT101") { GatesOn = 1, Strike = static (b, _) => b.Error(b.Victim, 410) },
        new("HTML shell", "DRIFT104") { GatesOn = 2, Strike = static (b, _) => b.Error(b.Victim, 200, Shell, "text/html") },
        new("HTML shell everywhere", "DRIFT001") { Strike = static (b, _) => b.Error(null, 200, Shell, "text/html") },
        new("unlicensed", "DRIFT003", "DRIFT002", "DRIFT009") { Strike = static (b, _) => b.Unlicense(b.Licenses) },
        new("session expired once") { During = static (b, _) => new ExpiringProgress(b.Age, after: 2) },
        new("session expired", "DRIFT001", "DRIFT009", "DRIFT012") { During = static (b, _) => new AgingProgress(b.Age) },
        new("session refused", "DRIFT001") { Strike = static (b, _) => b.Error(null, 401) },
        new("throttled", "DRIFT009") { Strike = static (b, _) => b.Throttle(null) },
        new("one throttled", "DRIFT004") { Strike = static (b, _) => b.Throttle(b.Victim) },
        new("wrong region", "DRIFT008") { Strike = static (b, _) => b.Error(null, 421) },
        new("one in another region", "DRIFT008") { Strike = static (b, _) => b.Error(b.Victim, 421) },
        new("server error", "DRIFT009") { Strike = static (b, _) => b.Error(null, 503) },
        new("one server error", "DRIFT005") { Strike = static (b, _) => b.Error(b.Victim, 500) },
        new("one forbidden", "DRIFT002", "DRIFT003") { Strike = static (b, _) => b.Error(b.Victim, 403) },
        new("one cut off", "DRIFT006") { Strike = static (b, _) => b.Cut(b.Victim) },
        new("all cut off", "DRIFT006") { Strike = static (b, _) => b.Cut(null) },
        new("vanished + session refused first", "DRIFT102", "DRIFT001") { GatesOn = 4, Nights = 4, IsServedWithout = true, Strike = static (b, n) => n > 2 ? Done : b.Error(null, 401) },
        new("vanished + session expires once", "DRIFT102") { GatesOn = 2, IsServedWithout = true, During = static (b, _) => new ExpiringProgress(b.Age, after: 2) },
        new("vanished + throttled first", "DRIFT102", "DRIFT009") { Beside = ["DRIFT012"], GatesOn = 4, Nights = 4, IsServedWithout = true, Strike = static (b, n) => n > 2 ? Done : b.Throttle(null) },
        new("vanished + server errors between", "DRIFT102", "DRIFT009") { Beside = ["DRIFT012"], GatesOn = 3, IsServedWithout = true, Strike = static (b, n) => n == 2 ? b.Error(null, 500) : Done },
        new("vanished + sibling fails", "DRIFT102") { GatesOn = 2, IsServedWithout = true, Beside = ["DRIFT005"], Strike = static (b, _) => b.Error(b.Sibling, 500) },
        new("vanished + others unlicensed", "DRIFT102") { GatesOn = 2, IsServedWithout = true, Beside = ["DRIFT002", "DRIFT003", "DRIFT009"], Strike = static (b, _) => b.Unlicense(b.OtherLicenses) },
    ];
}
