using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Scan;

/// <summary>The <c>results</c> of a level of a summary: counts by state, after rolling up.</summary>
internal static class SummaryResults
{
    /// <summary>The counts over <paramref name="states"/>.</summary>
    /// <param name="queryUri">The link to the non-compliant records of this level.</param>
    /// <param name="policyOf">What <c>policyDetails</c> counts: the assignment at the top, the member at an assignment.</param>
    /// <param name="countsPolicies">Whether <c>nonCompliantPolicies</c> is given; it is not at the level of one definition.</param>
    public static JsonObject Of(ImmutableArray<PolicyState> states, string queryUri, Func<PolicyState, string> policyOf, bool countsPolicies = true)
    {
        var results = new JsonObject
        {
            ["queryResultsUri"] = queryUri,
            ["nonCompliantResources"] = NonCompliant(states, state => state.ResourceId),
        };
        if (countsPolicies) results["nonCompliantPolicies"] = NonCompliant(states, MemberOf);
        results["resourceDetails"] = Details(states.Select(state => (state.ResourceId, state)));
        results["policyDetails"] = Details(states.Select(state => (policyOf(state), state)));
        results["policyGroupDetails"] = Details(states.SelectMany(state => state.GroupNames.Select(group => (group, state))));
        return results;
    }

    /// <summary>What tells one assigned definition from another.</summary>
    public static string MemberOf(PolicyState state) =>
        $"{state.AssignmentId}|{state.Text("policyDefinitionReferenceId")}|{state.Text("policyDefinitionId")}";

    private static int NonCompliant(ImmutableArray<PolicyState> states, Func<PolicyState, string> key) => states
        .Where(state => state.ComplianceState == nameof(ComplianceState.NonCompliant))
        .Select(key)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count();

    // States are in lower case here, and only here.
    private static JsonArray Details(IEnumerable<(string Key, PolicyState State)> keyed)
    {
        var counts = keyed
            .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Min(pair => StateOf(pair.State)))
            .GroupBy(state => state)
            .OrderBy(group => group.Key)
            .Select(group => new JsonObject { ["complianceState"] = group.Key.ToString().ToLowerInvariant(), ["count"] = group.Count() });
        return new JsonArray([.. counts]);
    }

    // Only a state file that somebody edited can hold another word.
    private static ComplianceState StateOf(PolicyState state) => ComplianceRollUp.Parse(state.ComplianceState) ?? ComplianceState.Unknown;
}
