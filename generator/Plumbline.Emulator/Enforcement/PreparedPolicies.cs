using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>All assignments, parsed and with their parameters bound; done once until a policy object or a scope changes.</summary>
/// <param name="evaluator">Evaluates assignments.</param>
internal sealed class PreparedPolicies(AssignmentEvaluator evaluator)
{
    private readonly ConditionalWeakTable<ResourceIndex, StrongBox<ImmutableArray<PreparedAssignment>>> known = [];

    /// <summary>The assignments of a state, in the order of their ids.</summary>
    public ImmutableArray<PreparedAssignment> Of(ArmState state) => known.GetValue(state.PolicyObjects, _ => new(Prepare(new StoredPolicies(state)))).Value;

    /// <summary>The policies of all assignments, as they apply where no override chooses by the resource.</summary>
    public IEnumerable<AssignedPolicy> MembersOf(ArmState state)
    {
        var nothing = new EvaluatedResource(PolicyValueReader.Object(), new EvaluationContext(default), RelatedResourceList.Empty);
        return Of(state).SelectMany(assignment => assignment.Policies(nothing));
    }

    private ImmutableArray<PreparedAssignment> Prepare(StoredPolicies policies)
    {
        var estate = policies.Estate();
        return [.. policies.Assignments().Select(assignment => evaluator.Prepare(assignment, estate))];
    }
}
