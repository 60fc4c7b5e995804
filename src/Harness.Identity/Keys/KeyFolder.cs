namespace Harness.Identity.Keys;

/// <summary>The folder of the user's data that holds keys: readable by its owner only, and filled by one process at a time.</summary>
public sealed class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public KeyFolder(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    /// <summary>Runs while no other process is inside, so that two servers that start together end up with the same key.</summary>
    public T WhileLocked<T>(Func<T> action)
    {
        using FileStream gate = Enter();
        return action();
    }

    /// <summary>The text of a key file; made by <paramref name="create"/> when there is none yet.</summary>
    public string ReadOrCreate(string name, Func<string> create)
    {
        string file = System.IO.Path.Combine(Path, name);
        return File.Exists(file) ? File.ReadAllText(file) : WhileLocked(() => CreateUnlessThere(file, create));
    }

    /// <summary>Puts another text into a key file.</summary>
    public string Replace(string name, Func<string> create) => WhileLocked(() => Write(System.IO.Path.Combine(Path, name), create()));

    private static string CreateUnlessThere(string file, Func<string> create) => File.Exists(file) ? File.ReadAllText(file) : Write(file, create());

    private static string Write(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // Written aside and renamed: nobody ever reads half a key.
        string aside = file + ".new";
        using (var writer = new StreamWriter(aside, options))
        {
            writer.Write(text);
        }

        File.Move(aside, file, overwrite: true);
        return text;
    }

    private FileStream Enter()
    {
        string gate = System.IO.Path.Combine(Path, ".lock");
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(gate, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200)
            {
                // Another process is making a key, which takes it a fraction of a second.
                Task.Delay(50).Wait();
            }
        }
    }
}
