using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Chooses among the versions of a definition or an initiative.</summary>
public static class VersionChoice
{
    /// <summary>
    /// The newest version that is wanted; or why there is none. Without a wish it is the newest released one, or the newest at all when none is released.
    /// What carries no version is taken when it is the only one: custom definitions need none.
    /// </summary>
    /// <param name="versions">What there is, in any order.</param>
    /// <param name="versionOf">The version of one; null when it has none.</param>
    /// <param name="id">The id of the definition, for the diagnostic.</param>
    /// <param name="wanted">Such as <c>1.*.*</c>; null for no wish.</param>
    /// <param name="at">Where the wish is written.</param>
    public static (T? Value, Diagnostic? Problem) Choose<T>(ImmutableArray<T> versions, Func<T, string?> versionOf, string id, string? wanted, SourceLocation at)
        where T : class
    {
        if (versions.IsEmpty) return (null, DiagnosticCatalog.AssignedDefinitionMissing(at, id));
        var known = versions.Select(item => (Item: item, Version: DefinitionVersion.TryParse(versionOf(item)))).ToList();
        if (known is [(var only, null)]) return (only, null);
        var pattern = wanted is null ? null : VersionPattern.TryParse(wanted);
        var candidates = known.Where(item => wanted is null || (item.Version is not null && pattern?.Matches(item.Version) == true));
        var newest = candidates
            .OrderByDescending(item => item.Version?.Suffix.Length == 0)
            .ThenByDescending(item => item.Version?.Order)
            .Select(item => item.Item)
            .FirstOrDefault();
        return newest is not null
            ? (newest, null)
            : (null, DiagnosticCatalog.DefinitionVersionMissing(at, id, wanted ?? "", string.Join(", ", known.Select(item => item.Version).OrderBy(version => version?.Order).Select(Text))));
    }

    private static string Text(DefinitionVersion? version) =>
        version is null ? "unversioned" : $"{version.Major}.{version.Minor}.{version.Patch}{(version.Suffix.Length > 0 ? "-" : "")}{version.Suffix}";
}
