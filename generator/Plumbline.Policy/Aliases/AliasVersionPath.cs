using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>Where the property of an alias stands in certain api-versions, when that is not its default path or its modifiability differs.</summary>
/// <param name="Path">The path in these versions.</param>
/// <param name="ApiVersions">The api-versions, as Azure lists them.</param>
/// <param name="IsModifiable">Whether effect modify may change the property in these versions; null when the catalogue does not say.</param>
public sealed record AliasVersionPath(string Path, ImmutableArray<string> ApiVersions, bool? IsModifiable = null)
{
    /// <summary>Whether the path is that of <paramref name="apiVersion"/>, compared without regard to case.</summary>
    public bool Covers(string apiVersion) => ApiVersions.Contains(apiVersion, StringComparer.OrdinalIgnoreCase);
}
