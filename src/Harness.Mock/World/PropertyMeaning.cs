namespace Harness.Mock.World;

/// <summary>What a property's name says about its value.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Hash">Of the name without regard to case and punctuation, so that families which spell it differently agree.</param>
/// <param name="Role">What the value is for.</param>
/// <param name="Subject">Whose value it is when the name says so: <c>deviceName</c> is a device's; null when it belongs to the object it stands in.</param>
/// <param name="ObjectKind">Kind of what an object or array of that name holds: <c>assignedUser</c>, <c>devices</c>.</param>
public sealed record PropertyMeaning(string Name, ulong Hash, ValueRole Role, string? Subject, string? ObjectKind)
{
    private static readonly PropertyMeaning Nameless = new("", StableHash.Of(""), ValueRole.None, null, null);

    public bool IsDate => Role is ValueRole.PastDate or ValueRole.RecentDate or ValueRole.FutureDate;

    /// <summary>Values that a list must not leave out: other calls are built from them.</summary>
    public bool IsNeverNull => Role is ValueRole.Identity or ValueRole.AppIdentity or ValueRole.DisplayName or ValueRole.Upn;

    public static PropertyMeaning Of(string name)
    {
        List<string> words = NameWords.Split(name);
        if (words.Count == 0)
        {
            return Nameless;
        }

        ValueRole role = ValueRoles.Of(words);
        ulong hash = StableHash.Of(string.Concat(words));
        return new PropertyMeaning(name, hash, role, SubjectOf(words, role), ObjectKindOf(words, role));
    }

    private static string? SubjectOf(List<string> words, ValueRole role)
    {
        if (role is ValueRole.UserText or ValueRole.Upn)
        {
            return EntityKinds.User;
        }

        // The id's own word may be missing: "tid" is the tenant's id.
        if (role is ValueRole.None && words is ["tid"])
        {
            return EntityKinds.Tenant;
        }

        return role switch
        {
            ValueRole.AppIdentity => EntityKinds.Application,
            ValueRole.Identity => words.Count == 1 ? "" : Stem(words),
            ValueRole.DisplayName when words.Count > 1 => Known(words),
            ValueRole.Mail or ValueRole.GivenName or ValueRole.Surname or ValueRole.JobTitle => Known(words) ?? EntityKinds.User,
            _ => null,
        };
    }

    // objectId is the object's own id; userObjectId is the user's; assessmentId is the assessment's, whatever that may be.
    private static string Stem(List<string> words)
    {
        List<string> stem = words[..^1];
        if (stem is ["object"] or ["unique"] or ["resource", "object"] or ["external", "directory", "object"])
        {
            return "";
        }

        if (stem[^1] == "object" && stem.Count > 1)
        {
            stem.RemoveAt(stem.Count - 1);
        }

        return EntityKinds.Find(stem) ?? EntityKinds.Generic(string.Concat(stem));
    }

    private static string? Known(List<string> words)
    {
        for (int length = words.Count - 1; length > 0; length--)
        {
            bool isNaming = words[length..] is ["name"] or ["display", "name"] or ["mail"] or ["email"] or ["email", "address"];
            if (isNaming && EntityKinds.Find(words[..length]) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private static string? ObjectKindOf(List<string> words, ValueRole role) =>
        role is ValueRole.UserText ? EntityKinds.User : EntityKinds.Find(words) ?? (words[^1] == "by" ? EntityKinds.User : null);
}
