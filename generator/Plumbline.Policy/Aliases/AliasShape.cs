using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>What the aliases of a resource type tell about its resources: made once for a type.</summary>
internal sealed class AliasShape
{
    private readonly FrozenSet<string> names;

    /// <summary>The shape of a type with these aliases.</summary>
    public AliasShape(string type, ImmutableArray<Alias> aliases)
    {
        KeepsRootKeys = type.Contains(".data/", StringComparison.OrdinalIgnoreCase);
        ImmutableArray<ShortAlias> all = [.. aliases.Select(alias => new ShortAlias(alias, type))];
        Scalars = [.. all.Where(alias => !alias.IsWildcard).OrderBy(alias => alias.Steps.Length)];
        Collisions = Scalars.Where(alias => alias.IsCollision).Select(alias => alias.Steps[0]).ToFrozenSet(StringComparer.Ordinal);
        names = all.Select(alias => string.Join('.', alias.Steps)).ToFrozenSet(StringComparer.Ordinal);
        foreach (var alias in all) Arrays.Add(alias.Steps, alias.DefaultSteps);
        Wildcards = [.. all.Where(alias => alias.IsWildcard)];
        foreach (var alias in Wildcards)
        {
            foreach (var path in alias.AllPaths)
            {
                if (Differences(alias, path).Any()) Arrays.Add(Flat(alias, path), path);
            }
        }

        Case = new KeyCase(all);
    }

    /// <summary>Whether resources of the type have no <c>properties</c>, so that every root key counts: those of data planes.</summary>
    public bool KeepsRootKeys { get; }

    /// <summary>The aliases without arrays, those with fewer steps first.</summary>
    public ImmutableArray<ShortAlias> Scalars { get; }

    /// <summary>The aliases through arrays.</summary>
    public ImmutableArray<ShortAlias> Wildcards { get; }

    /// <summary>The names of root fields that aliases below <c>properties</c> have too, in lower case.</summary>
    public FrozenSet<string> Collisions { get; }

    /// <summary>Which arrays hold sub-resources.</summary>
    public SubResources Arrays { get; } = new();

    /// <summary>The case of keys.</summary>
    public KeyCase Case { get; }

    /// <summary>What a wildcard alias moves in an api-version, from the outermost array to the leaf.</summary>
    public IEnumerable<AliasRename> Renames(ShortAlias alias, string? apiVersion)
    {
        foreach (var (level, from, to) in Differences(alias, alias.PathFor(apiVersion)))
        {
            var around = Levels(alias.Steps)[..level];
            var isNamed = names.Contains(string.Join(".[*].", around.Append(from).Select(steps => string.Join('.', steps))));
            yield return new AliasRename(around, from, to, IsLeaf: level == alias.Steps.Count(step => step == AliasPath.EachMember), isNamed);
        }
    }

    // Where the last key before an array, or of the whole, is not the same in name and flattened path.
    private IEnumerable<(int Level, string[] From, string[] To)> Differences(ShortAlias alias, ImmutableArray<string> path)
    {
        var (to, from) = (Levels(alias.Steps), Levels(Flat(alias, path)));
        if (to.Length != from.Length) yield break;
        for (var level = 0; level < to.Length; level++)
        {
            if (to[level].Length > 0 && from[level].Length > 0 && to[level][^1] != from[level][^1]) yield return (level, from[level], to[level]);
        }
    }

    // The path as it is after flattening: without the 'properties' of the resource and of its sub-resources.
    private ImmutableArray<string> Flat(ShortAlias alias, ImmutableArray<string> path)
    {
        var flat = ImmutableArray.CreateBuilder<string>();
        var arrays = 0;
        for (var index = ShortAlias.IsWrapped(path) ? 1 : 0; index < path.Length; index++)
        {
            if (path[index] == AliasPath.EachMember) arrays++;
            else if (index > 0 && path[index - 1] == AliasPath.EachMember && path[index] == "properties" && index + 1 < path.Length && IsSubResource(alias.Steps, arrays)) continue;
            flat.Add(ResourceKeys.Lower(path[index]));
        }

        return flat.ToImmutable();
    }

    private bool IsSubResource(ImmutableArray<string> name, int arrays)
    {
        var at = -1;
        for (; arrays > 0; arrays--)
        {
            at = AliasPath.NextArray(name, at + 1);
            if (at < 0) return false;
        }

        return Arrays.Contains(name.AsSpan()[..at]);
    }

    private static string[][] Levels(ImmutableArray<string> steps)
    {
        var levels = new List<string[]>();
        var start = 0;
        for (var end = AliasPath.NextArray(steps, 0); end >= 0; end = AliasPath.NextArray(steps, start))
        {
            levels.Add(steps[start..end].ToArray());
            start = end + 1;
        }

        return [.. levels, steps[start..].ToArray()];
    }
}
