using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>The aliases under one resource type, or those that the types of a provider share.</summary>
internal sealed class AliasGroup
{
    private readonly Dictionary<string, Alias> byName;

    /// <summary>A group of these aliases, which keep their order.</summary>
    public AliasGroup(ImmutableArray<OwnedAlias> entries)
    {
        Entries = entries;
        byName = new(entries.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var (_, alias) in entries)
        {
            if (!byName.TryAdd(alias.Name, alias)) byName[alias.Name] = Merge(byName[alias.Name], alias);
        }
    }

    /// <summary>No alias.</summary>
    public static AliasGroup Empty { get; } = new([]);

    /// <summary>Every alias of every owner; a name may repeat.</summary>
    public ImmutableArray<OwnedAlias> Entries { get; }

    /// <summary>The names, each once.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The aliases, each name once.</summary>
    public IEnumerable<Alias> Aliases => byName.Values;

    /// <summary>The alias of that name in any case, or null.</summary>
    public Alias? Find(string name) => byName.GetValueOrDefault(name);

    // The first of several equal names counts: published before derived. Shared names keep every path.
    private static Alias Merge(Alias first, Alias next) =>
        first.Path == next.Path || first.OtherPaths.Contains(next.Path) ? first : first with { OtherPaths = first.OtherPaths.Add(next.Path) };
}
