using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>The catalogue that is part of the program. The aliases of a resource type are read when they are first asked for.</summary>
internal sealed class EmbeddedAliases : IAliasSource
{
    private readonly AliasPack pack = new(EmbeddedPack.Read("Aliases.aliases.pack"));
    private readonly Dictionary<string, ImmutableArray<AliasPackRecord>> records;
    private readonly Dictionary<string, ImmutableArray<string>> types;
    private readonly ConcurrentDictionary<string, AliasGroup> groups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the index only.</summary>
    public EmbeddedAliases()
    {
        records = pack.Records.GroupBy(record => record.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        types = records.Keys.GroupBy(AliasTable.NamespaceOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        Namespaces = [.. types.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Namespaces { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> TypesOf(string providerNamespace) => types.GetValueOrDefault(providerNamespace, []);

    // Two threads may read the same group; either result is the same.
    /// <inheritdoc/>
    public AliasGroup NamedUnder(string type) => !records.TryGetValue(type, out var found)
        ? AliasGroup.Empty
        : groups.GetOrAdd(type, (_, all) => new AliasGroup([.. all.SelectMany(pack.Read)]), found);

    /// <inheritdoc/>
    public ImmutableArray<Alias> OwnedBy(string type) =>
    [
        .. Owned(NamedUnder(type), type),
        .. type.Contains('/', StringComparison.Ordinal) ? Owned(NamedUnder(AliasTable.NamespaceOf(type)), type) : [],
    ];

    private static IEnumerable<Alias> Owned(AliasGroup group, string type) => group.Entries
        .Where(entry => string.Equals(entry.Type, type, StringComparison.OrdinalIgnoreCase))
        .Select(entry => entry.Alias)
        .DistinctBy(alias => alias.Name, StringComparer.OrdinalIgnoreCase);
}
