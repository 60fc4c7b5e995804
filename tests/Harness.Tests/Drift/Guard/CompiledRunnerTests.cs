using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Harness.Drift.Guard;
using Harness.Tests.Conventions;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

/// <summary>Looks into the assembly that is shipped: analyzers can be switched off, code cannot.</summary>
internal sealed class CompiledRunnerTests
{
    // The pipe and its keeper, the mock's control API, and the program that Azure's tokens are had from.
    private static readonly string[] MayCall = ["GuardedClient", "GuardedTransport", "MockControl", "AzureCliKind"];

    [Rail("R02")]
    [Rail("R18")]
    [Test]
    public void Only_four_types_of_the_shipped_assembly_touch_a_client_a_socket_or_a_process()
    {
        using var file = new PEReader(File.OpenRead(typeof(GuardedClient).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> banned = Banned();
        HashSet<int> tokens = [.. Members(metadata, banned), .. Types(metadata, banned)];

        string[] callers = [.. metadata.MethodDefinitions.Where(m => Uses(file, metadata, m, tokens)).Select(m => Outermost(metadata, metadata.GetMethodDefinition(m).GetDeclaringType())).Distinct()];

        callers.Should().BeSubsetOf(MayCall).And.Contain(["GuardedTransport", "MockControl"]);
        metadata.MethodDefinitions.Where(m => metadata.GetMethodDefinition(m).Attributes.HasFlag(System.Reflection.MethodAttributes.PinvokeImpl)).Should().BeEmpty();
    }

    private static HashSet<string> Banned() =>
        [.. Regex.Matches(SourceFiles.Read("src/Harness.Drift/BannedSymbols.Network.txt"), "(?m)^T:(?<type>[\\w.]+);", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups["type"].Value)];

    private static IEnumerable<int> Types(MetadataReader metadata, HashSet<string> banned) =>
        metadata.TypeReferences.Where(t => banned.Contains(NameOf(metadata, t))).Select(t => MetadataTokens.GetToken(t));

    private static IEnumerable<int> Members(MetadataReader metadata, HashSet<string> banned) => metadata.MemberReferences
        .Where(m => metadata.GetMemberReference(m).Parent is { Kind: HandleKind.TypeReference } parent && banned.Contains(NameOf(metadata, (TypeReferenceHandle)parent)))
        .Select(m => MetadataTokens.GetToken(m));

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    // A token is looked for at every byte: better one too many than one missed.
    private static bool Uses(PEReader file, MetadataReader metadata, MethodDefinitionHandle handle, HashSet<int> tokens)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0)
        {
            return false;
        }

        byte[] code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 3)).Any(i => tokens.Contains(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(i))));
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(metadata, outer) : metadata.GetString(type.Name);
    }
}
