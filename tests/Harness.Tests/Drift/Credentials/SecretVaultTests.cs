using System.Runtime.Versioning;
using System.Text;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Credentials;

[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "File modes are POSIX.")]
internal sealed class SecretVaultTests
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("{\"cookies\":[{\"value\":\"canary-cookie\"}]}");

    private TemporaryFolder _data = null!;

    private string Stored => Path.Combine(_data.Path, "vault", "session.sealed");

    [SetUp]
    public void Make() => _data = new TemporaryFolder();

    [TearDown]
    public void Remove() => _data.Dispose();

    [Test]
    public void What_is_kept_comes_back_and_cannot_be_read_from_the_file()
    {
        new SecretVault(_data.Path).Write("session", Secret);

        new SecretVault(_data.Path).Read("session").Should().Equal(Secret);
        Encoding.UTF8.GetString(File.ReadAllBytes(Stored)).Should().NotContain("canary").And.NotContain("cookies");
        Directory.GetFiles(Path.GetDirectoryName(Stored)!).Select(File.GetUnixFileMode).Should().OnlyContain(m => m == Mine);
    }

    [Rail("R13")]
    [Test]
    public void A_file_that_others_can_read_is_refused()
    {
        new SecretVault(_data.Path).Write("session", Secret);
        File.SetUnixFileMode(Stored, Mine | UnixFileMode.GroupRead);

        FluentActions.Invoking(() => new SecretVault(_data.Path).Read("session")).Should().Throw<GuardRefusalException>().WithMessage("*chmod*");
    }

    [Rail("R13")]
    [Test]
    public void A_folder_inside_a_repository_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_data.Path, ".git"));

        FluentActions.Invoking(() => new SecretVault(Path.Combine(_data.Path, "sub")).Write("session", Secret)).Should().Throw<GuardRefusalException>().WithMessage("*repository*");
        File.Exists(Path.Combine(_data.Path, "sub", "vault", "session.sealed")).Should().BeFalse();
    }

    [Test]
    public void A_changed_or_foreign_file_gives_nothing()
    {
        var vault = new SecretVault(_data.Path);
        vault.Write("session", Secret);
        byte[] bytes = File.ReadAllBytes(Stored);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Stored, bytes);

        vault.Read("session").Should().BeNull();
        vault.Read("another").Should().BeNull();
    }

    [Test]
    public void A_secret_kept_under_one_name_is_no_secret_of_another()
    {
        var vault = new SecretVault(_data.Path);
        vault.Write("session", Secret);
        File.Move(Stored, Path.Combine(_data.Path, "vault", "other.sealed"));

        vault.Read("other").Should().BeNull();
    }
}
