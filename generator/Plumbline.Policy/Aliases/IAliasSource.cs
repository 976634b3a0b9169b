using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>Where a table has its aliases from. Names compare without regard to case. Safe for use by several threads.</summary>
internal interface IAliasSource
{
    /// <summary>The provider namespaces, in ordinal order.</summary>
    ImmutableArray<string> Namespaces { get; }

    /// <summary>The resource types of a namespace that have aliases, in ordinal order; the namespace itself when types share names.</summary>
    ImmutableArray<string> TypesOf(string providerNamespace);

    /// <summary>The aliases whose name is <paramref name="type"/>, a slash and one more segment.</summary>
    AliasGroup NamedUnder(string type);

    /// <summary>The aliases in the list of a resource type, shared names included.</summary>
    ImmutableArray<Alias> OwnedBy(string type);
}
