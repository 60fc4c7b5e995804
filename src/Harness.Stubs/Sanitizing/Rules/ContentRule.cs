namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class ContentRule : LabelRule
{
    public override string Id => "SAN-050";

    public override string Catches => "what people wrote to each other";

    public override string Example => "bodyPreview: Dear Ann, ...";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "bodypreview", "subject", "mailsubject", "emailsubject", "messagesubject", "messagebody", "plaintextbody", "chatmessage", "messagetext", "snippet", "transcript", "uniquebody", "comment", "comments", "notes", "note", "justification",
        "usernote", "personalnote", "feedback", "signaturetext", "internalcomments", "messagepreview", "threadtopic", "conversationtopic", "filename", "attachmentname", "documentname", "summarytext",
    };

    public override string StandIn => "Name <mark>";

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) => place != FieldPlace.Header && Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (!value.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        return scrubber.Identities.Name(value);
    }
}
