using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>What has to be read to compare an endpoint with a plan: lists, so that it takes few requests whatever the plan's size.</summary>
internal static class PlanQuery
{
    /// <summary>The lists that hold every object of the plan.</summary>
    public static LiveQuery Of(DeploymentPlan plan)
    {
        var assignments = Scopes(plan, ArmObjectKind.PolicyAssignment).Concat(plan.Operations.Select(operation => operation.Principal).OfType<RolePrincipal>().Select(role => ArmScope.Of(role.AssignmentId)));
        return new(
            plan.Environment.DefinitionScope,
            Distinct(assignments),
            Distinct(Scopes(plan, ArmObjectKind.PolicyExemption).Select(RootOf)),
            [],
            Distinct(Scopes(plan, ArmObjectKind.RoleAssignment).Select(RootOf)),
            []);
    }

    /// <summary>The role assignments that are read whoever's they are.</summary>
    public static ImmutableHashSet<string> Roles(DeploymentPlan plan, IEnumerable<string> others) =>
        [.. plan.Operations.Where(operation => operation.Kind == ArmObjectKind.RoleAssignment).Select(operation => operation.Id), .. others];

    private static IEnumerable<string> Scopes(DeploymentPlan plan, ArmObjectKind kind) => plan.Operations.Where(operation => operation.Kind == kind).Select(operation => ArmScope.Of(operation.Id));

    private static string RootOf(string scope) => ArmScope.Parse(scope)?.Root ?? scope;

    private static ImmutableArray<string> Distinct(IEnumerable<string> scopes) => [.. scopes.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
