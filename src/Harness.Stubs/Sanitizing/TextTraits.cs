namespace Harness.Stubs.Sanitizing;

/// <summary>What a look at the characters of a text tells: most rules need not look at most texts.</summary>
[Flags]
public enum TextTraits
{
    None = 0,
    At = 1,
    Dot = 2,
    Dash = 4,
    Digit = 8,
    Slash = 16,
    Backslash = 32,
    Colon = 64,
    Percent = 128,
    Equal = 256,
    Letter = 512,

    /// <summary>Twenty letters and digits in a row.</summary>
    LongRun = 1024,
    Space = 2048,

    /// <summary>Twenty characters in a row that a token may have.</summary>
    TokenRun = 4096,
    Tilde = 8192,
    Plus = 16384,
    Parenthesis = 32768,
    Hash = 65536,
    Question = 131072,
    Underscore = 262144,
}
