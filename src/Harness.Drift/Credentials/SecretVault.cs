using System.Security.Cryptography;
using System.Text;
using Harness.Drift.Guard;

namespace Harness.Drift.Credentials;

/// <summary>Keeps secrets of a person on disk: encrypted, in the user's own folder, readable for nobody else, never inside a repository.</summary>
public sealed class SecretVault
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const string Format = "harness-vault/1 ";

    private readonly string _folder;

    /// <param name="dataFolder">The user's data folder.</param>
    public SecretVault(string dataFolder) => _folder = Path.Combine(dataFolder, "vault");

    /// <exception cref="GuardRefusalException">The folder is no place for secrets.</exception>
    public void Write(string name, ReadOnlySpan<byte> secret)
    {
        RefuseRepository();
        CreateFolder();
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceLength);
        byte[] sealedText = new byte[secret.Length];
        byte[] tag = new byte[TagLength];
        using var cipher = new AesGcm(Key(create: true)!, TagLength);
        cipher.Encrypt(nonce, secret, sealedText, tag, Encoding.UTF8.GetBytes(name));
        string file = FileOf(name);
        WritePrivate(file, [.. Encoding.ASCII.GetBytes(Format), .. nonce, .. tag, .. sealedText]);
    }

    /// <summary>Null when there is nothing of that name, or it was sealed with another key.</summary>
    /// <exception cref="GuardRefusalException">Others could have read it.</exception>
    public byte[]? Read(string name)
    {
        string file = FileOf(name);
        if (!File.Exists(file))
        {
            return null;
        }

        RefuseRepository();
        RefuseReadableByOthers(file);
        byte[] stored = File.ReadAllBytes(file);
        int head = Format.Length;
        if (stored.Length < head + NonceLength + TagLength || Key(create: false) is not { } key)
        {
            return null;
        }

        byte[] secret = new byte[stored.Length - head - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            ReadOnlySpan<byte> body = stored.AsSpan(head);
            cipher.Decrypt(body[..NonceLength], body[(NonceLength + TagLength)..], body.Slice(NonceLength, TagLength), secret, Encoding.UTF8.GetBytes(name));
            return secret;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Delete(string name) => File.Delete(FileOf(name));

    private string FileOf(string name) => Path.Combine(_folder, $"{name}.sealed");

    private byte[]? Key(bool create)
    {
        string file = Path.Combine(_folder, "key");
        if (File.Exists(file))
        {
            RefuseReadableByOthers(file);
            return File.ReadAllBytes(file);
        }

        if (!create)
        {
            return null;
        }

        WritePrivate(file, RandomNumberGenerator.GetBytes(KeyLength));
        return File.ReadAllBytes(file);
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Whole or not at all, and private from its first byte on.
    private static void WritePrivate(string file, byte[] content)
    {
        string draft = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
        }

        File.Move(draft, file, overwrite: true);
    }

    private static void RefuseReadableByOthers(string file)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
        {
            throw new GuardRefusalException($"{file} can be read by others", $"Run 'chmod 600 {file}' if it still holds only your own secret, else sign in again");
        }
    }

    private void RefuseRepository()
    {
        for (DirectoryInfo? folder = new(Path.GetFullPath(_folder)); folder is not null; folder = folder.Parent)
        {
            string git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                throw new GuardRefusalException($"{_folder} lies inside the repository {folder.FullName}", "Keep secrets elsewhere: name another folder with --data or HARNESS_DATA");
            }
        }
    }
}
