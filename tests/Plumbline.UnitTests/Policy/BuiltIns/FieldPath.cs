using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Policy.Aliases;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Where the field of a rule stands in a resource.</summary>
internal static partial class FieldPath
{
    /// <summary>The step that stands for every member of an array.</summary>
    public const string EachMember = "[*]";

    /// <summary>The steps of the field in a resource of the type; empty when resources of the type do not have it.</summary>
    public static ImmutableArray<string> Of(string field, string type)
    {
        if (!field.Contains('/', StringComparison.Ordinal) || field.StartsWith("tags", StringComparison.OrdinalIgnoreCase)) return Steps(field);
        var owner = TypeOf(field);
        if (owner.Contains('/', StringComparison.Ordinal) && !string.Equals(owner, type, StringComparison.OrdinalIgnoreCase)) return [];
        return Steps(AliasTable.Published.TryFind(field, out var alias) ? alias.Path : $"properties.{field[(owner.Length + 1)..]}");
    }

    /// <summary>The resource type of an alias, or the provider alone for a name that several types share.</summary>
    public static string TypeOf(string alias) => alias[..Math.Max(alias.LastIndexOf('/'), 0)];

    // Tag names run to the last bracket and may hold dots.
    private static ImmutableArray<string> Steps(string path) => path.StartsWith("tags[", StringComparison.OrdinalIgnoreCase)
        ? ["tags", path[5..^1].Trim('\'')]
        : [.. Step().Matches(path).Select(match => match.Value == EachMember ? EachMember : match.Value.Trim('[', ']', '\''))];

    [GeneratedRegex(@"\[\*\]|\['[^']*'\]|[^.\[\]]+")]
    private static partial Regex Step();
}
