namespace Harness.Mock.World;

/// <summary>Makes the text of one role for one entity; the hash is the property's own.</summary>
internal delegate string TextMaker(TenantWorld world, in Entity entity, ulong hash);
