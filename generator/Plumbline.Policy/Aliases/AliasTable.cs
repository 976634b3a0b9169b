using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Aliases;

/// <summary>Looks up policy aliases. Names compare without regard to case. Safe for use by several threads.</summary>
public sealed class AliasTable
{
    private const string Array = "[*]";

    private readonly IAliasSource source;

    private AliasTable(IAliasSource source) => this.source = source;

    /// <summary>No alias at all: every alias is unknown.</summary>
    public static AliasTable Empty { get; } = new(new AliasList([]));

    /// <summary>
    /// The 65,399 aliases Azure published in May 2024, and 10,570 derived from the newest schemas of the types of Microsoft.App, Microsoft.ContainerRegistry,
    /// Microsoft.Insights, Microsoft.KeyVault, Microsoft.Network and Microsoft.OperationalInsights. The aliases of a type are read when they are first asked for.
    /// </summary>
    public static AliasTable Published { get; } = new(new EmbeddedAliases());

    /// <summary>The provider namespaces that have aliases, in ordinal order.</summary>
    public ImmutableArray<string> Namespaces => source.Namespaces;

    /// <summary>A table of the given aliases.</summary>
    public static AliasTable Of(IEnumerable<Alias> aliases) => new(new AliasList([.. aliases.Select(alias => new OwnedAlias(alias.ResourceType, alias))]));

    /// <summary>Reads Azure's alias JSON: what <c>GET .../providers?$expand=resourceTypes/aliases</c> and <c>az provider list</c> answer, and data-plane manifests.</summary>
    /// <param name="utf8Json">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">The name of the file for diagnostics.</param>
    public static ParseResult<AliasTable> Read(ReadOnlyMemory<byte> utf8Json, string file) => AliasCatalogueReader.Read(utf8Json, file);

    /// <summary>Reads Azure's alias JSON that was parsed already.</summary>
    /// <param name="catalogue">The document.</param>
    /// <param name="file">The name of the file for diagnostics.</param>
    public static ParseResult<AliasTable> Read(JsonElement catalogue, string file) => AliasCatalogueReader.Read(catalogue, file);

    /// <summary>Finds an alias by its full name in any case. <c>X</c> is found through <c>X[*]</c> when only that exists: it is the array itself.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Alias? alias)
    {
        var group = source.NamedUnder(Alias.TypeOf(name));
        alias = group.Find(name) ?? (group.Find(name + Array) is { } members ? ArrayOf(members) : null);
        return alias is not null;
    }

    /// <summary>The known alias the author probably meant, of the same resource type if there is one near; else of the provider; else null.</summary>
    public string? Nearest(string name) =>
        NearestName.Find(name, source.NamedUnder(Alias.TypeOf(name)).Names)
        ?? NearestName.Find(name, TypesOf(NamespaceOf(name)).SelectMany(type => source.NamedUnder(type).Names));

    /// <summary>Whether any alias belongs to the resource type.</summary>
    public bool HasType(string resourceType) => TypesOf(NamespaceOf(resourceType)).Contains(resourceType, StringComparer.OrdinalIgnoreCase);

    /// <summary>The resource types of a provider namespace that have aliases, in ordinal order; the namespace itself stands for names that several types share.</summary>
    public ImmutableArray<string> TypesOf(string providerNamespace) => source.TypesOf(providerNamespace);

    /// <summary>The aliases of a resource type in the catalogue's order, names that it shares with other types included.</summary>
    public ImmutableArray<Alias> OfType(string resourceType) => source.OwnedBy(resourceType);

    /// <summary>The aliases whose name is the given type (or namespace), a slash and one segment, each name once.</summary>
    public IEnumerable<Alias> NamedUnder(string resourceType) => source.NamedUnder(resourceType).Aliases;

    internal static AliasTable Over(IAliasSource source) => new(source);

    /// <summary>The part of a type or alias name before its first slash; all of it when there is none.</summary>
    internal static string NamespaceOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? name[..slash] : name;

    private static Alias ArrayOf(Alias members) => members with
    {
        Name = Shortened(members.Name),
        Path = Shortened(members.Path),
        OtherPaths = [.. members.OtherPaths.Select(Shortened)],
        VersionPaths = [.. members.VersionPaths.Select(version => version with { Path = Shortened(version.Path) })],
        ValueType = null,
    };

    private static string Shortened(string text) => text.EndsWith(Array, StringComparison.Ordinal) ? text[..^Array.Length] : text;
}
