using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>The comparison operators that are words.</summary>
internal static class WordOperators
{
    private static readonly ImmutableArray<string> Sets = ["in", "!in", "in~", "!in~", "has_any", "has_all"];

    /// <summary>All of them, with the <c>!</c> and <c>~</c> that belong to them.</summary>
    public static ImmutableHashSet<string> All { get; } =
    [
        "contains", "!contains", "contains_cs", "!contains_cs", "startswith", "!startswith", "startswith_cs", "!startswith_cs",
        "endswith", "!endswith", "endswith_cs", "!endswith_cs", "has", "!has", "has_cs", "!has_cs",
        "hasprefix", "!hasprefix", "hasprefix_cs", "!hasprefix_cs", "hassuffix", "!hassuffix", "hassuffix_cs", "!hassuffix_cs",
        "matches", "between", "!between", .. Sets,
    ];

    /// <summary>Whether a list in parentheses follows.</summary>
    public static bool TakesSet(string name) => Sets.Contains(name);

    /// <summary>What somebody who wrote <paramref name="name"/> probably meant, for messages.</summary>
    public static string Nearest(string name) => NearestName.Find(name, All.Order(StringComparer.Ordinal)) is { } near ? $"'{near}'" : "an operator";
}
