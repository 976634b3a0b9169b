using System.Collections.Concurrent;
using System.Collections.Frozen;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Evaluation;

/// <summary>Finds what a field name stands for: a common field, a tag or an alias.</summary>
internal sealed class FieldResolver(AliasTable aliases, UnknownAliasHandling unknownAliases)
{
    private static readonly FrozenSet<string> CommonFields =
        new[] { "type", "id", "kind", "name", "location", "fullName", "tags", "apiVersion", "identity" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, (FieldReference? Field, string? Problem)> known = new(StringComparer.Ordinal);

    /// <summary>The field, or the problem with its name.</summary>
    public (FieldReference? Field, string? Problem) Resolve(string name) => known.GetOrAdd(name, Find);

    private (FieldReference? Field, string? Problem) Find(string name)
    {
        if (CommonFields.Contains(name) || name.StartsWith("identity.", StringComparison.OrdinalIgnoreCase)) return (Plain(name), null);
        if (TagName(name) is { } tag) return (new FieldReference(name, null, [new AliasPath(["tags", tag])]), null);
        if (aliases.TryFind(name, out var alias)) return (Of(name, alias), null);
        if (unknownAliases == UnknownAliasHandling.ReadAsPath) return (Unlisted(name), null);
        var nearest = aliases.Nearest(name) ?? NearestName.Find(name, CommonFields);
        return (null, $"'{name}' is not a known alias{(nearest is null ? "" : $"; did you mean '{nearest}'?")}");
    }

    private static FieldReference Of(string name, Alias alias)
    {
        var type = alias.ResourceType;
        var isShared = !type.Contains('/', StringComparison.Ordinal);
        return new FieldReference(name, isShared ? null : type, [AliasPath.Parse(alias.Path), .. alias.OtherPaths.Select(AliasPath.Parse)]);
    }

    private static FieldReference Unlisted(string name)
    {
        var type = Alias.TypeOf(name);
        return type.Length == 0 ? Plain(name) : new FieldReference(name, type, [AliasPath.Parse($"properties.{name[(type.Length + 1)..]}")]);
    }

    private static FieldReference Plain(string name) => new(name, null, [AliasPath.Parse(name)]);

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
