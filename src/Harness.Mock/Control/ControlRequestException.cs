namespace Harness.Mock.Control;

/// <summary>A call to the control API that cannot be carried out, with what the caller should do about it.</summary>
internal sealed class ControlRequestException(int status, string kind, string title, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>Kebab-case, stable.</summary>
    public string Kind { get; } = kind;

    public string Title { get; } = title;

    public static ControlRequestException Bad(string detail) => new(400, "bad-request", "The request body or query is not understood", detail);

    public static ControlRequestException NotFound(string detail) => new(404, "not-found", "There is no such thing here", detail);
}
