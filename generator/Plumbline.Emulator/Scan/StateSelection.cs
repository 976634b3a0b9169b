using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Which records a query at a scope is about.</summary>
internal static class StateSelection
{
    /// <summary>
    /// The records of <paramref name="scope"/>: those about all resources in a subscription or a resource group, those of one assignment,
    /// of all assignments of an initiative or a definition (by name, which is how built-ins are asked for too), or those about one resource.
    /// </summary>
    public static IEnumerable<PolicyState> At(ResourceId scope, ImmutableArray<PolicyState> states)
    {
        if (scope.Is(ResourceTypes.Subscription) || scope.Is(ResourceTypes.ResourceGroup))
            return states.Where(state => ResourceId.TryParse(state.ResourceId)?.IsWithin(scope) == true);
        if (scope.Is(ResourceTypes.PolicyAssignment)) return Where(states, state => state.AssignmentId, scope.Text);
        if (scope.Is(ResourceTypes.PolicySetDefinition)) return Where(states, state => state.Text("policySetDefinitionName"), scope.Name);
        if (scope.Is(ResourceTypes.PolicyDefinition)) return Where(states, state => state.Text("policyDefinitionName"), scope.Name);
        return Where(states, state => state.ResourceId, scope.Text);
    }

    /// <summary>The records that were made in an interval; an open end is not checked. The service's default of one day is not applied, as nothing here is evaluated by itself every day.</summary>
    public static IEnumerable<PolicyState> Between(IEnumerable<PolicyState> states, DateTimeOffset? from, DateTimeOffset? to) => from is null && to is null
        ? states
        : states.Where(state => Stamp(state) is var stamp && (from is null || stamp >= from) && (to is null || stamp <= to));

    private static DateTimeOffset Stamp(PolicyState state) =>
        DateTimeOffset.Parse(state.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IEnumerable<PolicyState> Where(ImmutableArray<PolicyState> states, Func<PolicyState, string> key, string value) =>
        states.Where(state => string.Equals(key(state), value, StringComparison.OrdinalIgnoreCase));
}
