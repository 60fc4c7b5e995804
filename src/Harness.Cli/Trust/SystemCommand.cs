using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Harness.Contracts;

namespace Harness.Cli.Trust;

/// <summary>Runs a program of the operating system.</summary>
internal static class SystemCommand
{
    /// <exception cref="HarnessException">It is not there, or it failed.</exception>
    public static void Run(string program, IReadOnlyList<string> arguments, string fix) => Read(program, arguments, fix);

    /// <summary>What it prints.</summary>
    /// <exception cref="HarnessException">It is not there, or it failed.</exception>
    public static string Read(string program, IReadOnlyList<string> arguments, string fix)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new HarnessException($"'{program} {string.Join(' ', arguments)}' failed with {process.ExitCode}: {(error + output.Result).Trim()}", fix);
            }

            return output.Result;
        }
        catch (Win32Exception exception)
        {
            throw new HarnessException($"'{program}' cannot be run: {exception.Message}", fix);
        }
    }
}
