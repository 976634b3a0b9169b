using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Scan;

/// <summary>The <c>summarize</c> answer: a scope, its assignments, their definitions and groups.</summary>
/// <param name="queryUri">The link to the non-compliant records that a filter selects within the scope.</param>
/// <param name="hasDetails">Whether the api-version has groups and counts by state, which came with 2019-10-01.</param>
internal sealed class ComplianceSummary(Func<string, string> queryUri, bool hasDetails)
{
    private const string NonCompliant = "IsCompliant eq false";

    /// <summary>The summary of counts; at most <paramref name="top"/> assignments, those with most non-compliant resources first.</summary>
    public JsonObject Of(SummaryCounter counts, int? top)
    {
        ImmutableArray<AssignmentCounts> counted = [.. counts.Assignments.Values.Where(assignment => assignment.Resources.RolledUp is not null)];
        var assignments = counted
            .OrderByDescending(assignment => assignment.Resources[ComplianceState.NonCompliant])
            .Take(top ?? int.MaxValue)
            .Select(Assignment);
        ImmutableArray<MemberCounts> members = [.. counted.SelectMany(assignment => assignment.Members.Values)];
        return new JsonObject
        {
            ["results"] = Results(NonCompliant, counts.Resources, members, counted.Select(assignment => RollUp(assignment.Members.Values))),
            ["policyAssignments"] = new JsonArray([.. assignments]),
        };
    }

    private JsonObject Assignment(AssignmentCounts assignment)
    {
        var filter = $"{NonCompliant} and PolicyAssignmentId eq '{Quote(assignment.First.Assignment.Id.Text)}'";
        ImmutableArray<MemberCounts> members = [.. assignment.Members.Values];
        var body = new JsonObject
        {
            ["policyAssignmentId"] = assignment.First.Assignment.Id.Text,
            ["policySetDefinitionId"] = assignment.First.Set?.Id.Text ?? string.Empty,
            ["results"] = Results(filter, assignment.Resources, members, members.Select(member => member.Resources.RolledUp)),
            ["policyDefinitions"] = new JsonArray([.. members.Select(member => Definition(filter, member))]),
        };
        if (hasDetails) body["policyGroups"] = new JsonArray([.. assignment.Groups.Select(group => Group(filter, group.Key, group.Value, members))]);
        return body;
    }

    private JsonObject Definition(string assignmentFilter, MemberCounts counts)
    {
        var member = counts.Member;
        var filter = $"{assignmentFilter} and PolicyDefinitionId eq '{Quote(member.DefinitionId)}'";
        if (member.ReferenceId.Length > 0) filter += $" and PolicyDefinitionReferenceId eq '{Quote(member.ReferenceId)}'";
        var body = new JsonObject { ["policyDefinitionId"] = member.DefinitionId, ["policyDefinitionReferenceId"] = member.ReferenceId };
        if (hasDetails) body["policyDefinitionGroupNames"] = new JsonArray([.. member.GroupNames.Select(name => JsonValue.Create(name))]);
        body["effect"] = counts.Effect.ToLowerInvariant();
        var results = Results(filter, counts.Resources, [counts], [counts.Resources.RolledUp]);
        results.Remove("nonCompliantPolicies");
        body["results"] = results;
        return body;
    }

    private JsonObject Group(string assignmentFilter, string name, StateCounts resources, ImmutableArray<MemberCounts> all)
    {
        var filter = $"{assignmentFilter} and '{Quote(name)}' IN PolicyDefinitionGroupNames";
        ImmutableArray<MemberCounts> members = [.. all.Where(member => member.Member.GroupNames.Contains(name, StringComparer.OrdinalIgnoreCase))];
        return new JsonObject
        {
            ["policyGroupName"] = name,
            ["results"] = Results(filter, resources, members, members.Select(member => member.Resources.RolledUp)),
        };
    }

    // 'policies' are what policyDetails count: assignments at the top, definitions below.
    private JsonObject Results(string filter, StateCounts resources, ImmutableArray<MemberCounts> members, IEnumerable<ComplianceState?> policies)
    {
        var results = new JsonObject
        {
            ["queryResultsUri"] = queryUri(filter),
            ["nonCompliantResources"] = resources[ComplianceState.NonCompliant],
            ["nonCompliantPolicies"] = members.Count(member => member.Resources[ComplianceState.NonCompliant] > 0),
        };
        if (!hasDetails) return results;
        results["resourceDetails"] = Details(resources);
        results["policyDetails"] = Details(CountsOf(policies));
        results["policyGroupDetails"] = Details(CountsOf(members
            .SelectMany(member => member.Member.GroupNames.Select(group => (Group: group, member.Resources)))
            .GroupBy(pair => pair.Group, StringComparer.OrdinalIgnoreCase)
            .Select(group => ComplianceRollUp.Of(group.Select(pair => pair.Resources.RolledUp).OfType<ComplianceState>()))));
        return results;
    }

    private static ComplianceState? RollUp(IEnumerable<MemberCounts> members) => ComplianceRollUp.Of(members.Select(member => member.Resources.RolledUp).OfType<ComplianceState>());

    private static StateCounts CountsOf(IEnumerable<ComplianceState?> states)
    {
        var counts = new StateCounts();
        foreach (var state in states.OfType<ComplianceState>()) counts.Add(state);
        return counts;
    }

    // States are in lower case here, and only here.
    private static JsonArray Details(StateCounts counts) => new([.. ComplianceRollUp.Rank
        .Where(state => counts[state] > 0)
        .Select(state => new JsonObject { ["complianceState"] = state.ToString().ToLowerInvariant(), ["count"] = counts[state] })]);

    private static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
