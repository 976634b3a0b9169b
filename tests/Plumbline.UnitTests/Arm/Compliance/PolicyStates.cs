namespace Plumbline.UnitTests.Arm.Compliance;

/// <summary>Records and calls of Policy Insights as the service writes them.</summary>
internal static class PolicyStates
{
    public const string App = TestTarget.Subscription + "/resourceGroups/G/providers/Microsoft.App/containerApps/Web";

    public const string Job = TestTarget.Subscription + "/resourceGroups/G/providers/Microsoft.App/jobs/Nightly";

    public const string Insights = "/providers/Microsoft.PolicyInsights/policyStates/latest/";

    public const string Filter = "?$filter=PolicyAssignmentId eq '" + TestTarget.AssignmentId + "'";

    public const string Query = "POST " + TestTarget.Subscription + Insights + "queryResults" + Filter;

    public const string Summarize = "POST " + TestTarget.Subscription + Insights + "summarize" + Filter;

    public static string DetailsOf(string resourceId) =>
        $"POST {resourceId}{Insights}queryResults{Filter} and ComplianceState eq 'NonCompliant'&$expand=PolicyEvaluationDetails";

    public static string DefinitionId(string name) => $"{TestTarget.Authorization}/policyDefinitions/{name}";

    public static string State(string resourceId, string reference, string state, string effect = "audit", string? assignment = null, string details = "null") =>
        $$"""
        {"@odata.id":null,"@odata.context":"x#latest/$entity","timestamp":"2026-05-04T03:02:01Z","resourceId":"{{resourceId}}","policyAssignmentId":"{{assignment ?? TestTarget.AssignmentId}}",
         "policyDefinitionId":"{{DefinitionId(reference)}}","isCompliant":false,"resourceType":"/Microsoft.App/containerApps","policyDefinitionAction":"{{effect}}",
         "policyDefinitionReferenceId":"{{reference}}","complianceState":"{{state}}","policyEvaluationDetails":{{details}}}
        """;

    public static string Page(string? next, params string[] states) =>
        $$"""{"@odata.context":"x","@odata.count":{{states.Length}},"@odata.nextLink":{{(next is null ? "null" : $"\"{next}\"")}},"value":[{{string.Join(',', states)}}]}""";

    /// <summary>A summary that counts as given: reference id, state, count.</summary>
    public static string Summary(params (string Reference, string State, int Count)[] counts)
    {
        var definitions = counts.GroupBy(count => count.Reference).Select(definition =>
            $$$$"""{"policyDefinitionId":"{{{{DefinitionId(definition.Key).ToLowerInvariant()}}}}","policyDefinitionReferenceId":"{{{{definition.Key}}}}","effect":"audit","results":{"nonCompliantResources":0,"resourceDetails":[{{{{string.Join(',', definition.Select(Detail))}}}}]}}""");
        return $$$"""
            {"@odata.count":1,"value":[{"results":{"resourceDetails":[]},"policyAssignments":[{"policyAssignmentId":"{{{TestTarget.AssignmentId.ToLowerInvariant()}}}",
             "results":{"resourceDetails":[{"complianceState":"noncompliant","count":1}]},"policyDefinitions":[{{{string.Join(',', definitions)}}}]}]}]}
            """;
    }

    private static string Detail((string Reference, string State, int Count) count) => $$"""{"complianceState":"{{count.State}}","count":{{count.Count}}}""";
}
