using System.Collections.Frozen;

namespace Harness.Stubs.Sanitizing.Known;

/// <summary>Names that every tenant has, and so nobody's: roles, default groups, states.</summary>
internal static class BuiltInNames
{
    private static readonly FrozenSet<string> Names = KnownList.Lines("built-in-names.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Prefixes = ["Microsoft 365 ", "Microsoft Entra ", "Microsoft Defender ", "Microsoft Intune ", "Office 365 ", "Windows 10", "Windows 11", "Windows Server ", "Azure AD ", "MicrosoftDefender"];

    public static bool Contains(string name) => Names.Contains(name.Trim()) || Prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal));
}
