using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operations;

/// <summary>Holds what will stand at each scope while a plan is applied against Azure's limits: deletes come last, so that what goes still counts.</summary>
internal static class ScopeLimits
{
    /// <summary>A problem for each kind and scope with too many objects.</summary>
    public static IEnumerable<Diagnostic> Check(LiveState live, ImmutableArray<PlanOperation> operations, SourceLocation at) =>
        from created in operations
        where created.Action is PlanAction.Create or PlanAction.Successor && Maximum(created.Kind) > 0
        group created by (created.Kind, Scope: ArmScope.Of(created.Id).ToLowerInvariant()) into same
        orderby same.Key.Kind, same.Key.Scope
        let count = same.Count() + live.Of(same.Key.Kind).Count(one => string.Equals(one.Scope, same.Key.Scope, StringComparison.OrdinalIgnoreCase))
        where count > Maximum(same.Key.Kind)
        select DiagnosticCatalog.ArmLimitExceeded(at, ArmScope.Of(same.First().Id), same.Key.Kind.TypeName(), count, Maximum(same.Key.Kind));

    // Azure Policy documentation, "Maximum count of Azure Policy objects".
    private static int Maximum(ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => 500,
        ArmObjectKind.PolicySetDefinition or ArmObjectKind.PolicyAssignment => 200,
        ArmObjectKind.PolicyExemption => 1000,
        _ => 0,
    };
}
