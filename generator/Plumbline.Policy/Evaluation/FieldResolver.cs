using System.Collections.Concurrent;
using System.Collections.Frozen;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Evaluation;

/// <summary>Finds what a field name stands for: a common field, a tag or an alias. One for each program; its paths share one tree.</summary>
/// <param name="aliases">Where aliases are looked up.</param>
/// <param name="unknownAliases">What to do with a name that is not found.</param>
/// <param name="apiVersion">The api-version whose paths count, or null for the default ones.</param>
internal sealed class FieldResolver(AliasTable aliases, UnknownAliasHandling unknownAliases, string? apiVersion)
{
    // No alias of the published ones has more than 20 steps.
    private const int MaximumSteps = 512;

    private static readonly FrozenSet<string> CommonFields =
        new[] { "type", "id", "kind", "name", "location", "fullName", "tags", "apiVersion", "identity" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, (FieldReference? Field, string? Problem)> known = new(StringComparer.Ordinal);

    /// <summary>The paths read from the root of a resource.</summary>
    public PathTree Paths { get; } = new();

    /// <summary>The field, or the problem with its name.</summary>
    public (FieldReference? Field, string? Problem) Resolve(string name) => known.GetOrAdd(name, Find);

    /// <summary>Whether the catalogue says that the effect modify cannot change the field. Fields that are no aliases can be changed.</summary>
    public bool IsNotModifiable(string name) => aliases.TryFind(name, out var alias) && alias.IsModifiable == false;

    /// <summary>The same for a name that an expression made: such names may be without number, so they are not kept.</summary>
    public (FieldReference? Field, string? Problem) ResolveOnce(string name) => known.TryGetValue(name, out var found) ? found : Find(name, null);

    private (FieldReference? Field, string? Problem) Find(string name) => Find(name, Paths);

    private (FieldReference? Field, string? Problem) Find(string name, PathTree? tree)
    {
        if (CommonFields.Contains(name) || name.StartsWith("identity.", StringComparison.OrdinalIgnoreCase)) return Limited(name, null, tree, AliasPath.Parse(name));
        if (TagName(name) is { } tag) return Limited(name, null, tree, new AliasPath(["tags", tag]));
        if (aliases.TryFind(name, out var alias)) return Of(name, alias, tree);
        if (unknownAliases == UnknownAliasHandling.ReadFromRoot) return Limited(name, null, tree, AliasPath.Parse(name));
        if (unknownAliases == UnknownAliasHandling.ReadAsPath) return Unlisted(name, tree);
        var nearest = aliases.Nearest(name) ?? NearestName.Find(name, CommonFields);
        return (null, $"'{name}' is not a known alias{(nearest is null ? "" : $"; did you mean '{nearest}'?")}");
    }

    private (FieldReference?, string?) Of(string name, Alias alias, PathTree? tree)
    {
        var type = alias.ResourceType;
        var isShared = !type.Contains('/', StringComparison.Ordinal);
        return Limited(name, isShared ? null : type, tree, [AliasPath.Parse(alias.PathFor(apiVersion)), .. alias.OtherPaths.Select(AliasPath.Parse)]);
    }

    private static (FieldReference?, string?) Unlisted(string name, PathTree? tree)
    {
        var type = Alias.TypeOf(name);
        return type.Length == 0
            ? Limited(name, null, tree, AliasPath.Parse(name))
            : Limited(name, type, tree, AliasPath.Parse($"properties.{name[(type.Length + 1)..]}"));
    }

    private static (FieldReference?, string?) Limited(string name, string? type, PathTree? tree, params ReadOnlySpan<AliasPath> paths)
    {
        foreach (var path in paths)
        {
            if (path.Steps.Length > MaximumSteps) return (null, $"the field name of {name.Length} characters has more than {MaximumSteps} steps");
        }

        return (new FieldReference(name, type, [.. paths.ToArray().Select(path => new FieldPath(path, tree))]), null);
    }

    // tags.x, tags['x'] and tags[x]; the name runs to the last bracket, so it may hold dots and brackets itself.
    private static string? TagName(string name)
    {
        if (!name.StartsWith("tags", StringComparison.OrdinalIgnoreCase)) return null;
        return name[4..] switch
        {
            ['.', .. var tag] => tag,
            ['[', '\'', .. var tag, '\'', ']'] => tag,
            ['[', .. var tag, ']'] when tag != "*" => tag,
            _ => null,
        };
    }
}
