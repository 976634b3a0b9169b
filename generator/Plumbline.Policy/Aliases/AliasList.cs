using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>Aliases that are all in memory.</summary>
internal sealed class AliasList : IAliasSource
{
    private readonly FrozenDictionary<string, AliasGroup> groups;
    private readonly FrozenDictionary<string, ImmutableArray<Alias>> owned;
    private readonly FrozenDictionary<string, ImmutableArray<string>> types;

    /// <summary>A source of these aliases.</summary>
    public AliasList(IReadOnlyCollection<OwnedAlias> aliases)
    {
        groups = aliases.GroupBy(entry => entry.Alias.ResourceType, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => new AliasGroup([.. group]), StringComparer.OrdinalIgnoreCase);
        owned = aliases.GroupBy(entry => entry.Type, entry => entry.Alias, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        types = groups.Keys.GroupBy(AliasTable.NamespaceOf, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        Namespaces = [.. types.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Namespaces { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> TypesOf(string providerNamespace) => types.GetValueOrDefault(providerNamespace, []);

    /// <inheritdoc/>
    public AliasGroup NamedUnder(string type) => groups.GetValueOrDefault(type, AliasGroup.Empty);

    /// <inheritdoc/>
    public ImmutableArray<Alias> OwnedBy(string type) => owned.GetValueOrDefault(type, []);
}
