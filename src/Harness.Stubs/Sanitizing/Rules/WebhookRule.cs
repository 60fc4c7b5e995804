using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class WebhookRule : ShapeRule
{
    public override string Id => "SAN-015";

    public override string Catches => "addresses that let whoever knows them in: webhooks, meetings, workflow triggers";

    public override string Example => "https://x.webhook.office.com/webhookb2/.../IncomingWebhook/0123.../...";

    private static readonly Shape Secrets = new(
        @"(?<=/IncomingWebhook/)[A-Za-z0-9]{16,}|(?<=/IncomingWebhook/[^/\s]{8,80}/[^/\s]{8,80}/)[A-Za-z0-9_-]{8,}|(?<=19:|19%3[aA]|19_)(?:meeting_)?[A-Za-z0-9_-]{20,}(?=@thread|%40thread)|(?<=/workflows/)[0-9a-f]{32}(?=/)|(?<=[?&]passcode=)[A-Za-z0-9]{4,}|(?<=hooks\.slack\.com/services/)[A-Za-z0-9/]{20,}");

    private static readonly SearchValues<string> Signs = SearchValues.Create(["IncomingWebhook", "19:", "19%3", "19_", "/workflows/", "passcode=", "hooks.slack.com"], StringComparison.Ordinal);

    public override string StandIn => "fake-<mark> in the address's secret part";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Slash | TextTraits.At | TextTraits.Percent | TextTraits.Equal;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Length < 24 || !text.AsSpan().ContainsAny(Signs) ? text : Secrets.Replace(text, m => scrubber.StandIns.Fake(m.Value));
}
