using System.IO.Compression;

namespace Plumbline.Policy.Aliases;

/// <summary>Reads the embedded alias lists: <c>alias,path</c> lines, those of one provider namespace together.</summary>
internal static class AliasListReader
{
    private const string Published = "Plumbline.Policy.Aliases.policy-aliases-2024-05.csv.gz";
    private const string Derived = "Plumbline.Policy.Aliases.derived-aliases.csv";

    /// <summary>The aliases of a provider namespace: the published ones first, then those derived from the types' schemas.</summary>
    public static IEnumerable<Alias> Read(string providerNamespace) =>
        ReadPublished(providerNamespace).Concat(ReadDerived(providerNamespace));

    private static IEnumerable<Alias> ReadPublished(string providerNamespace)
    {
        using var lines = new StreamReader(new GZipStream(Open(Published), CompressionMode.Decompress));
        foreach (var alias in ReadBlock(lines, providerNamespace, isDerived: false)) yield return alias;
    }

    private static IEnumerable<Alias> ReadDerived(string providerNamespace)
    {
        using var lines = new StreamReader(Open(Derived));
        foreach (var alias in ReadBlock(lines, providerNamespace, isDerived: true)) yield return alias;
    }

    private static IEnumerable<Alias> ReadBlock(StreamReader lines, string providerNamespace, bool isDerived)
    {
        var prefix = providerNamespace + "/";
        var found = false;
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                if (found) yield break;
                continue;
            }

            found = true;
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            yield return new Alias(line[..comma], line[(comma + 1)..], isDerived);
        }
    }

    private static Stream Open(string name) =>
        typeof(AliasListReader).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The alias list '{name}' is not embedded.");
}
