using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>
/// Decides when an assignment comes into force. A new one that has exemptions, roles or a predecessor starts without being enforced, and is enforced when those are there:
/// before, it would deny what is exempt, or fail to deploy. An existing one that gets stricter waits for its exemptions.
/// </summary>
internal static class AssignmentStart
{
    private const string NotEnforced = "DoNotEnforce";

    /// <summary>The operations in place of the one that writes the assignment as it ends.</summary>
    /// <param name="operation">That operation.</param>
    /// <param name="before">The operations on roles and exemptions of the assignment.</param>
    public static ImmutableArray<PlanOperation> Split(PlanOperation operation, ImmutableArray<PlanOperation> before)
    {
        if (operation.Body is not { } body || body["properties"] is not ObjectValue properties) return [operation];
        if (operation.Action is PlanAction.Update or PlanAction.Adopt) return [Later(operation, before)];
        if (properties["enforcementMode"] is TextValue { Value: NotEnforced } || (before.IsEmpty && operation.Supersedes is null)) return [operation];

        var starting = WritableBody.With(body, "properties", WritableBody.With(properties, "enforcementMode", new TextValue(NotEnforced)));
        var enforcement = new PlanOperation(
            OperationKey.Of(PlanPhase.Enforcement, operation.Kind, operation.Id), operation.Lane, PlanPhase.Enforcement, operation.Kind, operation.Id, PlanAction.Update, body, operation.Source)
        {
            Title = operation.Title,
            Reasons = ["enforcementMode"],
            Risk = PlanRisk.Review,
            DependsOn = [.. before.Select(one => one.Op).Append(operation.Op).Order(StringComparer.Ordinal)],
            Precondition = new PlanPrecondition(true, null, null),
            Diff = [new("/properties/enforcementMode", new TextValue(NotEnforced), properties["enforcementMode"])],
            Inverse = new PlanInverse(starting),
        };
        return [operation with { Body = starting }, enforcement];
    }

    // What the roles wait for cannot wait for the exemptions.
    private static PlanOperation Later(PlanOperation operation, ImmutableArray<PlanOperation> before)
    {
        ImmutableArray<PlanOperation> exemptions = [.. before.Where(one => one.Kind == ArmObjectKind.PolicyExemption)];
        if (exemptions.IsEmpty || operation.Class != PlanClass.Behaviour || operation.Diff.Any(difference => difference.Path.StartsWith("/identity", StringComparison.Ordinal))) return operation;
        return operation with
        {
            Op = OperationKey.Of(PlanPhase.Enforcement, operation.Kind, operation.Id),
            Phase = PlanPhase.Enforcement,
            DependsOn = [.. operation.DependsOn.Union(exemptions.Select(one => one.Op)).Order(StringComparer.Ordinal)],
        };
    }
}
