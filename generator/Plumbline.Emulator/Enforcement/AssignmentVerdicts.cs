using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Evaluates all assignments, with the context that the store knows. Enforcement and scans both ask here, so that they cannot differ.</summary>
/// <param name="policies">The assignments.</param>
/// <param name="state">What is stored.</param>
/// <param name="now">What <c>utcNow()</c> answers, and when exemptions expire.</param>
/// <param name="apiVersion">What <c>requestContext().apiVersion</c> answers; null in a scan.</param>
/// <param name="identity">Who makes the request; null in a scan.</param>
internal sealed class AssignmentVerdicts(PreparedPolicies policies, ArmState state, DateTimeOffset now, string? apiVersion, RequestIdentity? identity = null)
{
    private readonly RelatedResources related = new(state);
    private readonly ImmutableArray<PreparedAssignment> assignments = policies.Of(state);

    /// <summary>The records with a state, in the order of the assignments' ids and of the members.</summary>
    public IEnumerable<AssignmentRecord> On(StoredResource resource) => ModifyConflicts.Mark(EachOn(resource));

    /// <summary>The same, each policy for itself: modify effects that contradict each other are not in the state Conflict.</summary>
    public ImmutableArray<AssignmentRecord> EachOn(StoredResource resource)
    {
        var evaluated = Evaluated(resource);
        return
        [
            .. assignments
                .Where(assignment => assignment.Unreached(evaluated) is null)
                .SelectMany(assignment => assignment.Evaluate(evaluated))
                .Where(record => record.State is not null),
        ];
    }

    /// <summary>The records of one assignment on a resource; none when the assignment does not reach it.</summary>
    public ImmutableArray<AssignmentRecord> Of(string assignmentId, StoredResource resource)
    {
        var evaluated = Evaluated(resource);
        return
        [
            .. assignments
                .Where(assignment => ScopeContainment.IsSame(assignment.Assignment.Id, assignmentId) && assignment.Unreached(evaluated) is null)
                .SelectMany(assignment => assignment.Evaluate(evaluated))
                .Where(record => record.State is not null),
        ];
    }

    private EvaluatedResource Evaluated(StoredResource resource) => new(ResourceView.Of(resource), ContextOf(resource.Id), related, identity);

    private EvaluationContext ContextOf(ResourceId resource) => new(
        now,
        apiVersion,
        resource.SubscriptionId is { } subscription ? View($"/subscriptions/{subscription}") : null,
        resource.ResourceGroup is { } group ? View($"/subscriptions/{resource.SubscriptionId}/resourceGroups/{group}") : null);

    private ObjectValue? View(string scope) => state.Find(scope) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
}
