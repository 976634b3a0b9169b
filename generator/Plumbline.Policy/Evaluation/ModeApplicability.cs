using System.Collections.Frozen;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Which resources a definition's <c>mode</c> lets it see.</summary>
public static class ModeApplicability
{
    // They have tags and a location each, and are nevertheless seen in mode All only.
    private static readonly FrozenSet<string> Scopes = new[]
    {
        "Microsoft.Resources/subscriptions", "Microsoft.Resources/subscriptions/resourceGroups", "Microsoft.Resources/resourceGroups",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether Azure Resource Manager evaluates definitions of this mode; those of other modes are evaluated by a resource provider.</summary>
    public static bool IsResourceManagerMode(string mode) =>
        string.Equals(mode, "All", StringComparison.OrdinalIgnoreCase) || string.Equals(mode, "Indexed", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a definition of this mode sees the resource: <c>All</c> sees every one, <c>Indexed</c> those whose type has tags and a location,
    /// which is told by the location that Azure Resource Manager always returns for them; other modes none.
    /// </summary>
    public static bool Applies(string mode, ObjectValue resource)
    {
        if (string.Equals(mode, "All", StringComparison.OrdinalIgnoreCase)) return true;
        if (!string.Equals(mode, "Indexed", StringComparison.OrdinalIgnoreCase)) return false;
        return !Scopes.Contains(ResourceIdentity.Text(resource, "type") ?? "") && ResourceIdentity.Text(resource, "location") is not null;
    }
}
