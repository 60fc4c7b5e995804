namespace Harness.Mock.Cmdlets;

/// <summary>Somebody or something that takes mail.</summary>
internal sealed record Recipient(Guid Id, Guid ObjectId, string Alias, string DisplayName, string Address, string Type, string Details)
{
    public const string UserMailbox = "UserMailbox";

    public bool IsMailbox => Type == UserMailbox;

    /// <summary>Cmdlets take any of a recipient's names.</summary>
    public bool IsCalled(string identity) =>
        string.Equals(Address, identity, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Alias, identity, StringComparison.OrdinalIgnoreCase)
        || string.Equals(DisplayName, identity, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(identity, out Guid id) && (id == ObjectId || id == Id));
}
