using System.CommandLine;
using System.Globalization;

namespace Harness.Cli.Terminal;

/// <summary>What several commands demand of the values of options.</summary>
internal static class OptionRules
{
    public static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1))
        {
            result.AddError($"{option.Name} is a number from 1 up, not '{text}'.");
        }
    });
}
