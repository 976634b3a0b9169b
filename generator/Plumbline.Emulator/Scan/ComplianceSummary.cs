using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>The <c>summarize</c> answer: a scope, its assignments, their definitions and groups.</summary>
/// <param name="queryUri">The link to the non-compliant records that a filter selects within the scope.</param>
internal sealed class ComplianceSummary(Func<string, string> queryUri)
{
    private const string NonCompliant = "IsCompliant eq false";

    /// <summary>The summary of <paramref name="states"/>; at most <paramref name="top"/> assignments, those with most non-compliant resources first.</summary>
    public JsonObject Of(ImmutableArray<PolicyState> states, int? top)
    {
        var assignments = GroupBy(states, state => state.AssignmentId)
            .Select(group => Assignment(group.Key, group.Value))
            .OrderByDescending(assignment => assignment["results"]?["nonCompliantResources"]?.GetValue<int>())
            .Take(top ?? int.MaxValue);
        return new JsonObject
        {
            ["results"] = SummaryResults.Of(states, queryUri(NonCompliant), state => state.AssignmentId),
            ["policyAssignments"] = new JsonArray([.. assignments]),
        };
    }

    private JsonObject Assignment(string id, ImmutableArray<PolicyState> states)
    {
        var filter = $"{NonCompliant} and PolicyAssignmentId eq '{Quote(id)}'";
        var groups = states.SelectMany(state => state.GroupNames).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["policyAssignmentId"] = id,
            ["policySetDefinitionId"] = states[0].Text("policySetDefinitionId"),
            ["results"] = SummaryResults.Of(states, queryUri(filter), SummaryResults.MemberOf),
            ["policyDefinitions"] = new JsonArray([.. GroupBy(states, SummaryResults.MemberOf).Select(member => Definition(filter, member.Value))]),
            ["policyGroups"] = new JsonArray([.. groups.Select(group => Group(filter, group, states))]),
        };
    }

    private JsonObject Definition(string assignmentFilter, ImmutableArray<PolicyState> states)
    {
        var first = states[0];
        var filter = $"{assignmentFilter} and PolicyDefinitionId eq '{Quote(first.Text("policyDefinitionId"))}'";
        var reference = first.Text("policyDefinitionReferenceId");
        if (reference.Length > 0) filter += $" and PolicyDefinitionReferenceId eq '{Quote(reference)}'";
        return new JsonObject
        {
            ["policyDefinitionId"] = first.Text("policyDefinitionId"),
            ["policyDefinitionReferenceId"] = reference,
            ["policyDefinitionGroupNames"] = new JsonArray([.. first.GroupNames.Select(name => JsonValue.Create(name))]),
            ["effect"] = first.Text("policyDefinitionAction"),
            ["results"] = SummaryResults.Of(states, queryUri(filter), SummaryResults.MemberOf, countsPolicies: false),
        };
    }

    private JsonObject Group(string assignmentFilter, string name, ImmutableArray<PolicyState> states)
    {
        ImmutableArray<PolicyState> members = [.. states.Where(state => state.GroupNames.Contains(name, StringComparer.OrdinalIgnoreCase))];
        var filter = $"{assignmentFilter} and '{Quote(name)}' IN PolicyDefinitionGroupNames";
        return new JsonObject
        {
            ["policyGroupName"] = name,
            ["results"] = SummaryResults.Of(members, queryUri(filter), SummaryResults.MemberOf),
        };
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<PolicyState>>> GroupBy(ImmutableArray<PolicyState> states, Func<PolicyState, string> key) =>
        states.GroupBy(key, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => KeyValuePair.Create(group.Key, group.ToImmutableArray()));

    private static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
