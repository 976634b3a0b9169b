using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Reading;

/// <summary>Which of a subscription's role assignments, of which there can be thousands, concern a deployment: those of the identities of assignments, and those that say so.</summary>
internal static class RoleSelection
{
    private const string Mark = "plumbline:";

    /// <summary>The role assignments that are kept.</summary>
    /// <param name="roles">All that were listed.</param>
    /// <param name="assignments">The assignments whose identities count.</param>
    /// <param name="named">Ids that are kept whoever's they are.</param>
    public static IEnumerable<ArmObject> Of(IEnumerable<ArmObject> roles, IEnumerable<ArmObject> assignments, ImmutableHashSet<string> named)
    {
        var principals = assignments.SelectMany(PrincipalsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return roles.Where(role =>
            named.Contains(role.Id)
            || (role.Properties["principalId"] is TextValue principal && principals.Contains(principal.Value))
            || (role.Properties["description"] is TextValue text && text.Value.StartsWith(Mark, StringComparison.Ordinal)));
    }

    /// <summary>The object ids that an assignment acts with: of its own identity, else of its user-assigned ones.</summary>
    public static IEnumerable<string> PrincipalsOf(ArmObject assignment)
    {
        if (assignment.PrincipalId is { } own) yield return own;
        if (assignment.Document["identity"] is not ObjectValue identity || identity["userAssignedIdentities"] is not ObjectValue others) yield break;
        foreach (var other in others.Properties)
        {
            if (other.Value is ObjectValue known && known["principalId"] is TextValue { Value.Length: > 0 } principal) yield return principal.Value;
        }
    }
}
