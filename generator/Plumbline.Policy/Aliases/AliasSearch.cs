using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Aliases;

/// <summary>Finds aliases by words.</summary>
public static class AliasSearch
{
    private static readonly char[] Separators = ['.', '/', '[', ']', '*'];

    /// <summary>
    /// The aliases whose name or path holds every word, in any case: shorter names first, then in ordinal order. A word that no alias holds is replaced by the
    /// nearest part of a name; the words that were searched for in the end are returned too.
    /// </summary>
    public static (ImmutableArray<string> Words, ImmutableArray<Alias> Found) Find(AliasTable aliases, string terms)
    {
        var all = aliases.Namespaces.SelectMany(provider => aliases.TypesOf(provider)).SelectMany(aliases.NamedUnder).ToList();
        ImmutableArray<string> words = [.. terms.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        var found = Find(all, words);
        if (!found.IsEmpty || words.IsEmpty) return (words, found);
        var parts = all.SelectMany(alias => alias.Name.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        words = [.. words.Select(word => parts.Any(part => Holds(part, word)) ? word : NearestName.Find(word, parts) ?? word)];
        return (words, Find(all, words));
    }

    private static ImmutableArray<Alias> Find(List<Alias> all, ImmutableArray<string> words) =>
    [
        .. all.Where(alias => words.All(word => Holds(alias.Name, word) || Holds(alias.Path, word)))
            .OrderBy(alias => alias.Name.Length)
            .ThenBy(alias => alias.Name, StringComparer.Ordinal),
    ];

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
