using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Yaml;

/// <summary>A node of a YAML document. Knows its span, and its path (<c>$.controls[0].id</c>) in the document.</summary>
/// <param name="Location">Where the node starts; the length is that of a scalar on one line, else 0.</param>
public abstract record YamlNode(SourceLocation Location);

/// <summary>A scalar, with its kind by the core schema of YAML 1.2 (quoted and block scalars are always text).</summary>
/// <param name="Text">The text without quotes, after folding.</param>
public sealed record YamlScalar(string Text, YamlScalarKind Kind, SourceLocation Location) : YamlNode(Location);

/// <summary>A sequence.</summary>
public sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceLocation Location) : YamlNode(Location);

/// <summary>A mapping; its keys are distinct (ordinal) and in the order of the text.</summary>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceLocation Location) : YamlNode(Location)
{
    /// <summary>The value of <paramref name="key"/>, or null when the mapping has no such key.</summary>
    public YamlNode? this[string key] => Entry(key)?.Value;

    /// <summary>The entry of <paramref name="key"/>, or null.</summary>
    public YamlEntry? Entry(string key) => Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal));

    /// <summary>Where the value of <paramref name="key"/> stands; where the mapping stands when it has no such key.</summary>
    public SourceLocation LocationOf(string key) => this[key]?.Location ?? Location;
}

/// <summary>A node that was refused (an alias, a node beyond the limits). Its problem is reported already: readers pass over it in silence.</summary>
public sealed record RefusedYaml(SourceLocation Location) : YamlNode(Location);

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
