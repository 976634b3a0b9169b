using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Exemptions;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Finds exemptions that have no use: from nothing, or from what does not count anyway.</summary>
public sealed class ExemptionReview
{
    private readonly DeploymentEnvironment environment;
    private readonly ImmutableArray<DesiredAssignment> assignments;
    private readonly ExemptionMatch match;

    /// <summary>Reviews the exemptions of an environment as it is declared.</summary>
    public ExemptionReview(DeploymentEnvironment environment, PolicyDocuments documents)
    {
        this.environment = environment;
        assignments = DesiredStateBuilder.Build(environment with { Exemptions = [] }, documents, LiveState.Empty).State.Assignments;
        match = new ExemptionMatch(assignments);
    }

    /// <summary>Exemptions that concern no assignment at a scope, with the nearest name.</summary>
    public IEnumerable<ExemptionFinding> Orphaned() =>
        from exemption in environment.Exemptions
        from scope in exemption.Scopes
        where !match.Of(exemption, scope).Any()
        select new ExemptionFinding(exemption, scope, NearestName.Find(exemption.Target.Name, match.Known(exemption.Target.Kind)));

    /// <summary>Exemptions at the endpoint that are ours and whose assignment, at a scope that was read, is not there; in ordinal order of their ids.</summary>
    public IEnumerable<(ArmObject Exemption, string AssignmentId)> OrphanedAt(LiveState live, LiveQuery query) =>
        from exemption in live.Of(ArmObjectKind.PolicyExemption)
        where OwnershipMark.IsOf(environment, exemption)
        let assignment = exemption.Properties["policyAssignmentId"] is TextValue id ? id.Value : ""
        where live.Find(assignment) is null && query.AssignmentScopes.Contains(ArmScope.Of(assignment), StringComparer.OrdinalIgnoreCase)
        orderby exemption.Id.ToLowerInvariant()
        select (exemption, assignment);

    /// <summary>Exemptions from policies that are disabled there, or that another exemption covers for as long.</summary>
    public IEnumerable<ExemptionFinding> Redundant()
    {
        ImmutableArray<Coverage> all =
        [
            .. from exemption in environment.Exemptions
               from scope in exemption.Scopes
               from matched in match.Of(exemption, scope)
               select new Coverage(exemption, scope, matched.Assignment, matched.References),
        ];
        foreach (var same in all.Select((one, index) => (one, index)).GroupBy(item => (item.one.Exemption.Name, item.one.Scope)))
        {
            var reasons = same.Select(item => Reason(all, item.one, item.index)).ToImmutableArray();
            if (reasons.All(reason => reason is not null)) yield return new ExemptionFinding(same.First().one.Exemption, same.First().one.Scope, reasons[0]);
        }
    }

    private static string? Reason(ImmutableArray<Coverage> all, Coverage exemption, int index)
    {
        if (IsDisabled(exemption)) return "what it exempts from is disabled there";
        for (var i = 0; i < all.Length; i++)
        {
            // Of two that say the same the first one stays.
            if (i != index && Covers(all[i], exemption) && (i < index || !Covers(exemption, all[i]))) return $"'{all[i].Exemption.Name}' covers it";
        }

        return null;
    }

    private static bool IsDisabled(Coverage exemption)
    {
        var effects = exemption.Assignment.Effects.Where(effect => exemption.References.IsEmpty || exemption.References.Contains(effect.ReferenceId ?? "", StringComparer.OrdinalIgnoreCase)).ToImmutableArray();
        return !effects.IsEmpty && effects.All(effect => effect.Effects is [EffectNames.Disabled]);
    }

    private static bool Covers(Coverage wide, Coverage narrow) =>
        ReferenceEquals(wide.Assignment, narrow.Assignment)
        && ArmScope.Contains(wide.Scope, narrow.Scope)
        && wide.Exemption.ResourceSelectors.IsEmpty
        && wide.Exemption.ExpiresOn >= narrow.Exemption.ExpiresOn
        && (wide.References.IsEmpty || (!narrow.References.IsEmpty && narrow.References.All(reference => wide.References.Contains(reference, StringComparer.OrdinalIgnoreCase))));

    private sealed record Coverage(ExemptionDeclaration Exemption, string Scope, DesiredAssignment Assignment, ImmutableArray<string> References);
}
