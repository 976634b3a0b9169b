using System.IO.Compression;

namespace Plumbline.Policy.Aliases;

/// <summary>Reads the embedded alias lists: <c>alias,path</c> lines.</summary>
internal static class AliasListReader
{
    private const string Published = "Plumbline.Policy.Aliases.policy-aliases-2024-05.csv.gz";
    private const string Derived = "Plumbline.Policy.Aliases.derived-aliases.csv";

    public static IEnumerable<OwnedAlias> ReadAll()
    {
        using var published = new StreamReader(new GZipStream(Open(Published), CompressionMode.Decompress));
        while (published.ReadLine() is { } line) yield return Of(line, isDerived: false);
        using var derived = new StreamReader(Open(Derived));
        while (derived.ReadLine() is { } line) yield return Of(line, isDerived: true);
    }

    private static OwnedAlias Of(string line, bool isDerived)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        var alias = new Alias(line[..comma], line[(comma + 1)..], isDerived);
        return new(alias.ResourceType, alias);
    }

    private static Stream Open(string name) =>
        typeof(AliasListReader).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The alias list '{name}' is not embedded.");
}
