using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Harness.Contracts;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary><c>azure-cli</c>: tokens of whoever is signed in to <c>az</c>, asked of that program for the target's tenant.</summary>
internal sealed class AzureCliKind : ICredentialKind
{
    public string Name => "azure-cli";

    public IReadOnlyList<string> Keys => ["program"];

    public IReadOnlyList<string> RequiredKeys => [];

    public bool NeedsGateway => false;

    public ITargetCredentials Open(Target target, CredentialSurroundings surroundings)
    {
        var rail = new TokenRail(target, surroundings.AcceptOverprivileged, surroundings.Clock);
        var provider = new Provider(target.Credentials.Text("program") ?? "az", target.TenantId);
        return new CachedCredentials(new TokenIssuer(target, provider, rail, surroundings.Clock), surroundings.Clock);
    }

    private sealed class Provider(string program, Guid tenant) : ITokenProvider
    {
        private const string Fix = "Install the Azure CLI and run 'az login --tenant' with the target's tenant";

        public bool CanRenew => true;

        public Task<string?> Any(CancellationToken cancelled) => Ask([], cancelled);

        public Task<string?> Get(string audience, CancellationToken cancelled) => Ask(["--resource", audience], cancelled);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<string?> Ask(string[] more, CancellationToken cancelled)
        {
            string output = await Run(["account", "get-access-token", "--tenant", tenant.ToString("D"), "--output", "json", .. more], cancelled);
            try
            {
                using JsonDocument answer = JsonDocument.Parse(output);
                return answer.RootElement.TryGetProperty("accessToken", out JsonElement token) ? token.GetString() : null;
            }
            catch (JsonException)
            {
                throw new HarnessException($"'{program}' did not answer with JSON", Fix);
            }
        }

        // A process of its own is how another program's tokens are had; it is handed a tenant and an audience, and nothing from any answer.
#pragma warning disable RS0030
        private async Task<string> Run(string[] arguments, CancellationToken cancelled)
        {
            try
            {
                using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
                Task<string> error = process.StandardError.ReadToEndAsync(cancelled);
                string output = await process.StandardOutput.ReadToEndAsync(cancelled);
                await process.WaitForExitAsync(cancelled);
                await error;
                return process.ExitCode == 0 ? output : throw new HarnessException($"'{program} account get-access-token' failed with {process.ExitCode}", Fix);
            }
            catch (Win32Exception)
            {
                throw new HarnessException($"'{program}' cannot be run", Fix);
            }
        }
#pragma warning restore RS0030
    }
}
