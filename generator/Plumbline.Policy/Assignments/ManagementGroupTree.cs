using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>Management groups as a list of parents.</summary>
/// <param name="parents">The parent's name by a child's: a management group's name or a subscription's GUID.</param>
public sealed class ManagementGroupTree(IEnumerable<KeyValuePair<string, string>> parents) : IManagementGroups
{
    // Azure allows six levels below the root; a cycle in the data must end somewhere.
    private const int MaximumDepth = 16;

    private readonly ImmutableDictionary<string, string> parents = parents.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>No management groups.</summary>
    public static ManagementGroupTree Empty { get; } = new([]);

    /// <inheritdoc/>
    public ImmutableArray<string> Above(string subscription)
    {
        var above = ImmutableArray.CreateBuilder<string>();
        for (var at = subscription; above.Count < MaximumDepth && parents.TryGetValue(at, out var parent); at = parent) above.Add(parent);
        return above.ToImmutable();
    }
}
