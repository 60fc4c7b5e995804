using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Every rule, in the order in which they are asked: what is known by its name, then what is packed, then shapes from the most telling to the least.</summary>
public static class RuleRegistry
{
    public static readonly IReadOnlyList<SanitizerRule> All =
    [
        new CookieRule(),
        new AuthorizationRule(),
        new AntiForgeryRule(),
        new SamlRule(),
        new SecretLabelRule(),
        new CursorRule(),
        new PublicIdRule(),
        new MachineNameRule(),
        new DomainLabelRule(),
        new ResourceNameRule(),
        new ContactRule(),
        new AccountNameRule(),
        new ContentRule(),
        new NameRule(),
        new SessionLabelRule(),

        new JsonTextRule(),
        new MultipartRule(),
        new MarkupRule(),
        new LinesRule(),
        new Base64Rule(),
        new EncodedTextRule(),

        new PemRule(),
        new JwsRule(),
        new JweRule(),
        new EntraTokenRule(),
        new ClientSecretRule(),
        new SignedKeyRule(),
        new DigestRule(),
        new UserInfoRule(),
        new UrlRule(),
        new StorageKeyRule(),
        new WebhookRule(),
        new SecretTextRule(),
        new AddressRule(),
        new TenantHostRule(),
        new RecoveryKeyRule(),
        new SidRule(),
        new ArmIdRule(),
        new GuidRule(),
        new NetworkRule(),
        new LocalPathRule(),
        new PhoneRule(),
        new KnownValueRule(),
        new UnknownSecretRule(),

        new BinaryBodyRule(),
        new BinaryFrameRule(),
        new RemarkRule(),
    ];
}
