namespace Harness.Stubs.Sanitizing;

/// <summary>Where in a call a value stands.</summary>
public enum FieldPlace
{
    /// <summary>Text without a name: a body, a path, a comment.</summary>
    Text,
    Header,
    Cookie,
    Query,
    Form,
    Json,

    /// <summary>The name of a JSON member, which is an id in maps.</summary>
    JsonName,
    Markup,
    Path,

    /// <summary>A program's own code, where long names are usual.</summary>
    Script,
}
