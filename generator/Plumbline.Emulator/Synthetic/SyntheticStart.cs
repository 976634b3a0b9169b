using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Synthetic;

/// <summary>Puts a synthetic estate into a state.</summary>
internal static class SyntheticStart
{
    /// <summary>The state with the estate's scopes and policy objects, which are stored, and the estate itself, which is not.</summary>
    /// <exception cref="EmulatorStartException">The options are out of their range.</exception>
    public static ArmState Add(ArmState state, SyntheticOptions? options, PreparedPolicies policies)
    {
        if (options is null) return state;
        var shape = new SyntheticShape(options);
        var next = state.WithSaved(SyntheticPolicies.Resources(state.TenantId, shape));
        var members = policies.MembersOf(next).Select(policy => AssignedMember.Of(next.PolicyObjects, policy)).OfType<AssignedMember>()
            .Where(member => member.Assignment.Id.Name == SyntheticShape.ManagementGroup)
            .ToLookup(member => member.Assignment.Id.SubscriptionId, StringComparer.OrdinalIgnoreCase);
        var estate = new SyntheticEstate(shape, [.. Enumerable.Range(0, shape.Subscriptions).Select(number => members[shape.SubscriptionId(number)].ToImmutableArray())]);
        return next with { Virtual = estate };
    }
}
