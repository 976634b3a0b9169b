using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Evaluates what is deployed on the resources that are there, and holds Azure's states against it.</summary>
public sealed class Verifier
{
    private readonly DeployedPolicies deployed;
    private readonly DateTimeOffset now;
    private readonly ImmutableArray<PreparedAssignment> prepared;

    /// <summary>A verifier of what is deployed.</summary>
    /// <param name="deployed">What is deployed, with exemptions, enrolments and attestations.</param>
    /// <param name="now">What <c>utcNow()</c> answers, and when exemptions expire.</param>
    public Verifier(DeployedPolicies deployed, DateTimeOffset now)
    {
        (this.deployed, this.now) = (deployed, now);
        var evaluator = new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate);
        var estate = deployed.Estate();
        prepared = [.. deployed.Assignments.Select(assignment => evaluator.Prepare(assignment.Policy, estate))];
    }

    /// <summary>The related resources that the policies look for and the estate does not hold.</summary>
    public ImmutableArray<RelatedRead> RelatedOf(VerifiedEstate estate)
    {
        foreach (var resource in estate.Resources) Evaluate(resource, estate);
        return estate.Wanted;
    }

    /// <summary>Compares.</summary>
    /// <param name="estate">The resources.</param>
    /// <param name="states">Azure's states of the assignments.</param>
    /// <param name="isCurrent">Whether a state is of the last evaluation and of the versions that are deployed.</param>
    public VerificationReport Compare(VerifiedEstate estate, IEnumerable<ObservedState> states, Func<ObservedState, bool> isCurrent)
    {
        var observed = new Dictionary<VerificationKey, ObservedState>();
        foreach (var state in states) observed[VerificationKey.Of(state.ResourceId, state.AssignmentId, state.ReferenceId)] = state;
        var (equal, findings) = (0, ImmutableArray.CreateBuilder<VerificationFinding>());
        foreach (var record in estate.Resources.SelectMany(resource => Evaluate(resource, estate)))
        {
            observed.Remove(VerificationKey.Of(record.ResourceId, record.Policy.Assignment.Id, record.Policy.ReferenceId), out var state);
            if (record.State is null && state is null) continue;
            if (VerificationRules.Compare(record, state, estate, isCurrent) is { } finding) findings.Add(finding);
            else equal++;
        }

        findings.AddRange(observed.Values.Select(state => Unexpected(state, estate)));
        return new(equal, [.. findings.OrderBy(one => one.ResourceId, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.AssignmentId, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.ReferenceId, StringComparer.OrdinalIgnoreCase)]);
    }

    // A state of a resource that was not read, or of a member that the initiative does not have.
    private VerificationFinding Unexpected(ObservedState state, VerifiedEstate estate)
    {
        var isRead = estate.Find(state.ResourceId) is not null;
        var member = deployed.Assignments.FirstOrDefault(one => ScopeContainment.IsSame(one.Id, state.AssignmentId))?.Members.FirstOrDefault(one => string.Equals(one.ReferenceId ?? "", state.ReferenceId, StringComparison.OrdinalIgnoreCase));
        return new(
            isRead ? VerificationKind.OnlyInAzure : VerificationKind.Incomplete,
            state.ResourceId, state.AssignmentId, state.ReferenceId, member?.Title ?? state.ReferenceId, isRead ? VerificationFinding.None : "", state.State,
            isRead ? "the assignment has no such policy" : "the resource was not read");
    }

    private ImmutableArray<AssignmentRecord> Evaluate(ObjectValue document, VerifiedEstate estate)
    {
        var id = (document["id"] as TextValue)?.Value ?? string.Empty;
        var segments = id.Split('/');
        var subscription = segments.Length > 2 ? estate.Find($"/subscriptions/{segments[2]}") : null;
        var group = segments.Length > 4 ? estate.Find($"/subscriptions/{segments[2]}/resourceGroups/{segments[4]}") : null;
        var resource = new EvaluatedResource(document, new EvaluationContext(now, null, subscription, group), estate);
        return ModifyConflicts.Mark(prepared.SelectMany(assignment => assignment.Evaluate(resource)));
    }
}
