namespace Harness.Identity.Replies;

/// <summary>Which of the observed header sets an answer carries.</summary>
internal enum ReplyKind
{
    /// <summary>Token endpoints: never cached.</summary>
    Token,

    /// <summary>Discovery documents and keys: cached for a day, readable from any origin.</summary>
    Discovery,

    /// <summary>Pages and redirects.</summary>
    Page,
}
