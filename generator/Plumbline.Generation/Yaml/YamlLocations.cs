using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Yaml;

/// <summary>Finds the place in a YAML text for a path inside it: findings about JSON made from YAML are shown in the YAML.</summary>
public sealed class YamlLocations
{
    private readonly Dictionary<string, (SourceLocation Key, SourceLocation Value)> byPath = new(StringComparer.Ordinal);
    private readonly SourceLocation root;

    /// <summary>Knows the places of <paramref name="node"/> and of everything below it.</summary>
    public YamlLocations(YamlNode node)
    {
        root = node.Location;
        Add(node, node.Location);
    }

    /// <summary>The place of a path: that of the key for an entry of a mapping, that of the nearest known parent for an unknown path.</summary>
    public SourceLocation Find(string? path) => FindBoth(path).Key;

    /// <summary>The place of the value at a path, or that of the nearest known parent's value.</summary>
    public SourceLocation FindValue(string? path) => FindBoth(path).Value;

    /// <summary>The findings with their places in the YAML text.</summary>
    public ImmutableArray<Diagnostic> Relocate(ImmutableArray<Diagnostic> findings) =>
        [.. findings.Select(finding => finding with { Location = Find(finding.Location.Path) })];

    private (SourceLocation Key, SourceLocation Value) FindBoth(string? path)
    {
        for (var known = path ?? ""; known.Length > 0; known = Parent(known))
        {
            if (byPath.TryGetValue(known, out var at)) return at;
        }

        return (root, root);
    }

    private static string Parent(string path) => path[..Math.Max(path.LastIndexOfAny(['.', '[']), 0)];

    private void Add(YamlNode node, SourceLocation at)
    {
        byPath.TryAdd(node.Location.Path ?? "", (at, node.Location));
        if (node is YamlMapping mapping) foreach (var entry in mapping.Entries) Add(entry.Value, entry.Key.Location);
        if (node is YamlSequence sequence) foreach (var item in sequence.Items) Add(item, item.Location);
    }
}
