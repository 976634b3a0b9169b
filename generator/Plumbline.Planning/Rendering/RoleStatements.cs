using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The sentences about roles: which, where, whose, and the policies that need them.</summary>
internal static class RoleStatements
{
    /// <summary>A sentence a role.</summary>
    public static IEnumerable<PlanStatement> Of(IEnumerable<PlanOperation> objects) =>
        from one in objects
        where one.Kind == ArmObjectKind.RoleAssignment
        let because = one.Principal is { } principal ? $": {RoleWords.Because(principal)}" : string.Empty
        select one.Action == PlanAction.Delete
            ? new PlanStatement(PlanLineStyle.Delete, "Takes back", $"{RoleWords.Label(one)}.")
            : new PlanStatement(PlanLineStyle.Warning, "Gives", $"{RoleWords.Label(one)}{because}.");
}
