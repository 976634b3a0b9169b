using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Enforcement;

/// <summary>All assignments, parsed and with their parameters bound; done once until a policy object or a scope changes.</summary>
/// <param name="evaluator">Evaluates assignments.</param>
internal sealed class PreparedPolicies(AssignmentEvaluator evaluator)
{
    private readonly ConditionalWeakTable<ResourceIndex, StrongBox<ImmutableArray<PreparedAssignment>>> known = [];

    /// <summary>The assignments of a state, in the order of their ids.</summary>
    public ImmutableArray<PreparedAssignment> Of(ArmState state) => known.GetValue(state.PolicyObjects, _ => new(Prepare(new StoredPolicies(state)))).Value;

    private ImmutableArray<PreparedAssignment> Prepare(StoredPolicies policies)
    {
        var estate = policies.Estate();
        return [.. policies.Assignments().Select(assignment => evaluator.Prepare(assignment, estate))];
    }
}
