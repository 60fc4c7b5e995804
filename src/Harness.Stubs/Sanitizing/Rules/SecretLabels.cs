using System.Collections.Frozen;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Names whose value is a secret whatever it looks like.</summary>
internal static class SecretLabels
{
    private static readonly FrozenSet<string> Names = (
        "password passwd pwd pass passphrase secret clientsecret clientassertion assertion secrettext secretvalue accesstoken refreshtoken idtoken idtokenhint token bearertoken sessiontoken authtoken hubtenanttoken "
        + "downstreamtoken usertoken apptoken skypetoken registrationtoken devicetoken devicecode usercode authcode authorizationcode codeverifier apikey xapikey key1 key2 appkey accesskey accountkey accountsecret primarykey secondarykey "
        + "primarymasterkey secondarymasterkey primaryreadonlymasterkey secondaryreadonlymasterkey sharedaccesskey sharedkey sharedsecret functionkey hostkey masterkey encryptionkey xmsencryptionkey xmsencryptionkeysha256 decryptionkey "
        + "privatekey privatekeypem sshprivatekey signingkey symmetrickey subscriptionkey ocpapimsubscriptionkey aegsaskey aegsastoken connectionstring primaryconnectionstring secondaryconnectionstring aliasprimaryconnectionstring aliassecondaryconnectionstring "
        + "applicationsecret keyvaultclientsecret adminpassword sshpassword runaspassword certificatepassword fencingclientpassword administratorloginpassword dockerregistryserverpassword websiteauthencryptionkey "
        + "credential credentials encryptedcredential temporaryaccesspass temporaryaccesspasscode recoverykey recoverypassword bitlockerkey bitlockerrecoverykey filevaultkey lapspassword passwordb64 pin otp totp totpsecret otpseed hotpseed secretkey seed ticket "
        + "auth sas sig accesssas sastoken blobsasurl saskey scripturlsastoken storagecontainerreadlistsas storagecontainerwritesas storageaccountaccesskey storageaccountprimarykey acrtoken "
        + "apptokensecret webhooksecret validationtoken activationcode activationkey enrollmenttoken enrollmentsecret onboardingblob offboardingblob onboardingscript licensekey productkey softwarekey newpassword oldpassword "
        + "currentpassword confirmpassword temporarypassword initialpassword generatedpassword userpassword bindpassword proxypassword psk presharedkey wifikey keymaterial keysecret sessionkey sessionid ssosecret ssotoken estsauth rpssecauth "
        + "logontoken samltoken signaturevalue digestvalue signature xmsclientjwt jwt clientjwt spauthtoken graphtoken armtoken azuretoken portaltoken secondarytoken primarytoken continuationsecret xfunctionskey xmstokenaadidtoken xmsapplicationtoken "
        + "xauthtoken xaccesstoken xmsaccesstoken xmsusertoken xmsgraphtoken xzumoauth xsessionid xsessiontoken aadtoken mfatoken resumetoken connectiontoken nonce2 loginticket cookie").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings =
    [
        "password", "secret", "accesstoken", "refreshtoken", "idtoken", "apikey", "connectionstring", "privatekey", "sastoken", "sharedkey", "accountkey", "secrettext", "accesskey", "authtoken", "bearertoken", "sessiontoken", "recoverykey",
    ];

    public static bool Contains(string label) => Names.Contains(label) || Endings.Any(e => label.Length > e.Length && label.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Values that stand under such a name and hide nothing: empty ones, switches, dates, kinds.</summary>
    public static bool IsNoSecret(string value) =>
        value.Length < 3
        || value is "null" or "true" or "false" or "none" or "None" or "True" or "False" or "Enabled" or "Disabled" or "enabled" or "disabled" or "NotSet" or "notSet" or "Bearer" or "bearer"
        || value.All(c => c is '*' or '•')
        || Randomness.IsStandIn(value)
        || DateText.Is(value);
}
