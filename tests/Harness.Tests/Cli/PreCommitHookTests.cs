using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class PreCommitHookTests
{
    // Put together here, so that this file holds no token.
    private static readonly string Token = "eyJ" + "hbGciOiJSUzI1NiJ9." + "eyJ" + "1cG4iOiJhZGVsZSJ9.c2lnbmF0dXJlc2lnbmF0dXJl";

    private TemporaryFolder _repository = null!;

    private string HookFile => Path.Combine(_repository.Path, ".git", "hooks", "pre-commit");

    [SetUp]
    public async Task MakeRepository()
    {
        _repository = new TemporaryFolder();
        if ((await Git("init --quiet")).ExitCode != 0)
        {
            Assert.Ignore("git is not installed.");
        }

        await Git("config user.name Tester");
        await Git("config user.email tester@contoso.example");
        _repository.With(".gitignore", "data/\ncache/\n");
        await Git("add .gitignore && git commit --quiet -m first");
    }

    [TearDown]
    public void RemoveRepository() => _repository.Dispose();

    [TestCase("recordings/defender/portal.har")]
    [TestCase("deep/down/recordings/x.json")]
    [TestCase("mocks/defender/with space.json")]
    [TestCase("captures/Portal.HAR")]
    public async Task Git_refuses_a_raw_recording_and_names_the_place(string file)
    {
        await Install();
        _repository.With(file, Har(Token));
        await Git("add .");

        ProcessResult commit = await Git("commit -m raw");

        commit.ExitCode.Should().NotBe(0);
        (commit.Output + commit.Error).Should().Contain($"{file}:3: a signed token").And.Contain("Sanitize").And.NotContain(Token);
        (await Git("log --oneline")).Output.Trim().Split('\n').Should().ContainSingle();
    }

    [Test]
    public async Task Git_takes_clean_recordings_and_commits_without_any()
    {
        await Install();
        _repository.With("recordings/defender/clean.json", """{"Request":{"Path":"/a"},"Response":{"StatusCode":200,"BodyAsJson":{"value":[]}}}""");
        await Git("add .");
        ProcessResult clean = await Git("commit -m clean");
        _repository.With("notes.txt", Token);
        await Git("add .");
        ProcessResult without = await Git("commit -m notes");

        clean.ExitCode.Should().Be(0, clean.Output + clean.Error);
        without.ExitCode.Should().Be(0, without.Output + without.Error);
        (await Git("log --oneline")).Output.Trim().Split('\n').Should().HaveCount(3);
    }

    [Test]
    public async Task What_is_staged_counts_and_not_what_the_file_looks_like_by_now()
    {
        await Install();
        _repository.With("recordings/a.json", Har(Token));
        await Git("add .");
        _repository.With("recordings/a.json", "{}");

        (await Git("commit -m raw")).ExitCode.Should().NotBe(0);
        await Git("add .");
        _repository.With("recordings/a.json", Har(Token));
        (await Git("commit -m clean")).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task A_recording_that_is_committed_from_a_folder_below_is_looked_through_too()
    {
        await Install();
        _repository.With("sub/recordings/a.har", Har(Token));

        (await HarnessProcess.Shell(Path.Combine(_repository.Path, "sub"), "git add . && git commit -m raw")).ExitCode.Should().NotBe(0);
    }

    [Test]
    public async Task Somebody_elses_hook_is_left_alone_and_the_line_to_add_is_told()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(HookFile)!);
        File.WriteAllText(HookFile, "#!/bin/sh\necho mine\n");

        ProcessResult ended = await HarnessProcess.Run(_repository.Path, "doctor", "--install-hook");

        ended.ExitCode.Should().Be(4);
        ended.Output.Should().StartWith("✗ ").And.Contain("left alone").And.Contain("recordings verify --staged || exit 1");
        File.ReadAllText(HookFile).Should().Be("#!/bin/sh\necho mine\n");
    }

    [Test]
    public async Task A_line_that_somebody_added_to_our_hook_is_never_lost()
    {
        await Install();
        string changed = File.ReadAllText(HookFile).Replace("#!/bin/sh\n", "#!/bin/sh\necho mine\n", StringComparison.Ordinal);
        File.WriteAllText(HookFile, changed);

        (await HarnessProcess.Run(_repository.Path, "doctor", "--install-hook")).Output.Should().Contain("already");
        File.ReadAllText(HookFile).Should().Be(changed);
    }

    [Test]
    public async Task A_hook_for_a_program_that_has_moved_is_renewed()
    {
        await Install();
        string script = File.ReadAllText(HookFile);
        File.WriteAllText(HookFile, script.Replace("harness.dll", "moved.dll", StringComparison.Ordinal));

        await Install();

        File.ReadAllText(HookFile).Should().Be(script);
    }

    [Test]
    public async Task Our_own_hook_is_renewed_and_known_by_doctor()
    {
        await Install();
        await Install();

        (await HarnessProcess.Run(_repository.Path, "doctor")).Output.Should().Contain($"✓ {HookFile} keeps secrets");
    }

    [Test]
    public async Task Without_the_program_nothing_is_let_through()
    {
        await Install();
        File.WriteAllText(HookFile, File.ReadAllText(HookFile).Replace("harness.dll", "moved.dll", StringComparison.Ordinal));
        _repository.With("notes.txt", "nothing");
        await Git("add notes.txt");

        ProcessResult commit = await HarnessProcess.Shell(_repository.Path, "PATH=/usr/bin:/bin git commit -m notes");

        commit.ExitCode.Should().NotBe(0);
        commit.Error.Should().Contain("harness is gone").And.Contain("harness doctor --install-hook");
    }

    [Test]
    public async Task A_folder_of_hooks_that_repositories_share_is_left_alone()
    {
        using var shared = new TemporaryFolder();
        await Git($"config core.hooksPath '{shared.Path}'");

        ProcessResult ended = await HarnessProcess.Run(_repository.Path, "doctor", "--install-hook");

        ended.ExitCode.Should().Be(2);
        ended.Error.Should().Contain("share").And.Contain("recordings verify --staged");
        Directory.EnumerateFileSystemEntries(shared.Path).Should().BeEmpty();
    }

    private async Task Install()
    {
        ProcessResult ended = await HarnessProcess.Run(_repository.Path, "doctor", "--install-hook");
        ended.ExitCode.Should().Be(0, ended.Output + ended.Error);
        ended.Output.Should().StartWith("✓ ");
    }

    private Task<ProcessResult> Git(string arguments) => HarnessProcess.Shell(_repository.Path, $"git {arguments}");

    private static string Har(string token) =>
        $$"""
        { "log": { "version": "1.2", "entries": [ { "request": { "method": "GET", "url": "https://security.microsoft.com/apiproxy/x", "headers": [
          { "name": "Accept", "value": "application/json" },
          { "name": "x-token", "value": "{{token}}" } ] } } ] } }
        """.ReplaceLineEndings("\n");
}
