using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>The catalogue that is part of the program.</summary>
internal sealed class EmbeddedAliases : IAliasSource
{
    private readonly Lazy<AliasList> list = new(() => new AliasList([.. AliasListReader.ReadAll()]));

    /// <inheritdoc/>
    public ImmutableArray<string> Namespaces => list.Value.Namespaces;

    /// <inheritdoc/>
    public ImmutableArray<string> TypesOf(string providerNamespace) => list.Value.TypesOf(providerNamespace);

    /// <inheritdoc/>
    public AliasGroup NamedUnder(string type) => list.Value.NamedUnder(type);

    /// <inheritdoc/>
    public ImmutableArray<Alias> OwnedBy(string type) => list.Value.OwnedBy(type);
}
