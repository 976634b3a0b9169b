using System.Collections.Immutable;
using Plumbline.Policy.Aliases;

namespace Plumbline.Emulator.Insights;

/// <summary>A field of policy rules and where it stands in a resource.</summary>
/// <param name="Name">The name, a tag as <c>tags.x</c>.</param>
/// <param name="Steps">The property names on the way; they end before the first array.</param>
internal sealed record FieldPath(string Name, ImmutableArray<string> Steps)
{
    private static readonly ImmutableArray<string> CommonFields = ["type", "kind", "name", "location", "tags", "identity"];

    /// <summary>Whether it is one tag.</summary>
    public bool IsTag => Steps.Length == 2 && string.Equals(Steps[0], "tags", StringComparison.OrdinalIgnoreCase);

    /// <summary>The field of a name; null when it is none that stands in a document.</summary>
    public static FieldPath? Of(string field, string? apiVersion)
    {
        if (TagName(field) is { Length: > 0 } tag) return new FieldPath("tags." + tag, ["tags", tag]);
        if (CommonFields.Contains(field, StringComparer.OrdinalIgnoreCase) || field.StartsWith("identity.", StringComparison.OrdinalIgnoreCase)) return new FieldPath(field, [.. field.Split('.')]);
        if (!AliasTable.Published.TryFind(field, out var alias)) return null;
        var path = alias.PathFor(apiVersion);
        var array = path.IndexOf('[', StringComparison.Ordinal);
        ImmutableArray<string> steps = [.. (array < 0 ? path : path[..array]).Split('.', StringSplitOptions.RemoveEmptyEntries)];
        return steps.IsEmpty ? null : new FieldPath(field, steps);
    }

    /// <summary>Whether both are the same place.</summary>
    public bool IsSame(FieldPath other) => Steps.SequenceEqual(other.Steps, StringComparer.OrdinalIgnoreCase);

    // tags.x, tags['x'] and tags[x].
    private static string? TagName(string name) => !name.StartsWith("tags", StringComparison.OrdinalIgnoreCase) ? null : name[4..] switch
    {
        ['.', .. var tag] => tag,
        ['[', '\'', .. var tag, '\'', ']'] => tag,
        ['[', .. var tag, ']'] when tag != "*" => tag,
        _ => null,
    };
}
