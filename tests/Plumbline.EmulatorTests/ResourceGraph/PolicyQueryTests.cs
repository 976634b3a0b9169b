namespace Plumbline.EmulatorTests.ResourceGraph;

/// <summary>What Microsoft's documentation shows to ask of <c>policyresources</c>; results worked out by hand.</summary>
public sealed class PolicyQueryTests
{
    private const string Weights = """
        | extend complianceState = tostring(properties.complianceState)
        | extend
            resourceId = tostring(properties.resourceId),
            resourceType = tolower(tostring(properties.resourceType)),
            policyAssignmentId = tostring(properties.policyAssignmentId),
            policyAssignmentScope = tostring(properties.policyAssignmentScope),
            policyAssignmentName = tostring(properties.policyAssignmentName),
            policyDefinitionId = tostring(properties.policyDefinitionId),
            policyDefinitionReferenceId = tostring(properties.policyDefinitionReferenceId),
            stateWeight = iff(complianceState == 'NonCompliant', int(300), iff(complianceState == 'Compliant', int(200), iff(complianceState == 'Conflict', int(100), iff(complianceState == 'Exempt', int(50), int(0)))))
        """;

    private const string Counts = """
        overallStateWeight = max(max_stateWeight),
        nonCompliantCount = sumif(counts, max_stateWeight == 300),
        compliantCount = sumif(counts, max_stateWeight == 200),
        conflictCount = sumif(counts, max_stateWeight == 100),
        exemptCount = sumif(counts, max_stateWeight == 50)
        """;

    private const string Percentage = """
        | extend totalResources = todouble(nonCompliantCount + compliantCount + conflictCount + exemptCount)
        | extend compliancePercentage = iff(totalResources == 0, todouble(100), 100 * todouble(compliantCount + exemptCount) / totalResources)
        """;

    private const string State = "complianceState = iff(overallStateWeight == 300, 'noncompliant', iff(overallStateWeight == 200, 'compliant', iff(overallStateWeight == 100, 'conflict', iff(overallStateWeight == 50, 'exempt', 'notstarted'))))";

    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "compliance by policy assignment",
            $"""
            PolicyResources
            | where type =~ 'Microsoft.PolicyInsights/PolicyStates'
            {Weights}
            | summarize max(stateWeight) by resourceId, policyAssignmentId, policyAssignmentScope, policyAssignmentName
            | summarize counts = count() by policyAssignmentId, policyAssignmentScope, max_stateWeight, policyAssignmentName
            | summarize {Counts} by policyAssignmentId, policyAssignmentScope, policyAssignmentName
            {Percentage}
            | project policyAssignmentName, scope = policyAssignmentScope, {State}, compliancePercentage, compliantCount, nonCompliantCount, conflictCount, exemptCount
            """,
            """
            {"policyAssignmentName":"a1","scope":"/subscriptions/s1","complianceState":"noncompliant","compliancePercentage":50,"compliantCount":1,"nonCompliantCount":1,"conflictCount":0,"exemptCount":0}
            {"policyAssignmentName":"a2","scope":"/subscriptions/s1","complianceState":"compliant","compliancePercentage":66.66666666666667,"compliantCount":1,"nonCompliantCount":0,"conflictCount":1,"exemptCount":1}
            """
        },
        {
            "compliance by resource type",
            $"""
            PolicyResources
            | where type =~ 'Microsoft.PolicyInsights/PolicyStates'
            {Weights}
            | summarize max(stateWeight) by resourceId, resourceType
            | summarize counts = count() by resourceType, max_stateWeight
            | summarize {Counts} by resourceType
            {Percentage}
            | project resourceType, {State}, compliancePercentage
            """,
            """
            {"resourceType":"microsoft.compute/virtualmachines","complianceState":"noncompliant","compliancePercentage":50}
            {"resourceType":"microsoft.storage/storageaccounts","complianceState":"compliant","compliancePercentage":66.66666666666667}
            """
        },
        {
            "all non-compliant resources",
            """
            PolicyResources
            | where type == 'microsoft.policyinsights/policystates'
            | where properties.complianceState == 'NonCompliant'
            | extend NonCompliantResourceId = properties.resourceId, PolicyAssignmentName = properties.policyAssignmentName
            | project NonCompliantResourceId, PolicyAssignmentName
            """,
            """{"NonCompliantResourceId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1","PolicyAssignmentName":"a1"}"""
        },
        {
            "resource compliance by state",
            """
            PolicyResources
            | where type == 'microsoft.policyinsights/policystates'
            | extend complianceState = tostring(properties.complianceState)
            | summarize count() by complianceState
            """,
            """
            {"complianceState":"NonCompliant","count_":1}
            {"complianceState":"Compliant","count_":3}
            {"complianceState":"Exempt","count_":1}
            {"complianceState":"Conflict","count_":1}
            """
        },
        {
            "resource compliance by state and location",
            """
            PolicyResources
            | where type == 'microsoft.policyinsights/policystates'
            | extend complianceState = tostring(properties.complianceState), resourceLocation = tostring(properties.resourceLocation)
            | summarize count() by resourceLocation, complianceState
            | order by resourceLocation asc, count_ desc
            """,
            """
            {"resourceLocation":"eastus","complianceState":"Compliant","count_":2}
            {"resourceLocation":"eastus","complianceState":"NonCompliant","count_":1}
            {"resourceLocation":"eastus","complianceState":"Exempt","count_":1}
            {"resourceLocation":"westeurope","complianceState":"Compliant","count_":1}
            {"resourceLocation":"westeurope","complianceState":"Conflict","count_":1}
            """
        },
        {
            "non-compliant by location",
            """
            policyresources
            | where type =~ "microsoft.policyinsights/policystates" and properties.isCompliant == false
            | summarize nonCompliant = dcount(tostring(properties.resourceId)) by location = tostring(properties.resourceLocation)
            """,
            """{"location":"eastus","nonCompliant":1}"""
        },
        {
            "policy exemptions per assignment",
            """
            PolicyResources
            | where type == 'microsoft.authorization/policyexemptions'
            | summarize count() by tostring(properties.policyAssignmentId)
            """,
            """
            {"properties_policyAssignmentId":"/subscriptions/s1/providers/Microsoft.Authorization/policyAssignments/a1","count_":2}
            {"properties_policyAssignmentId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Authorization/policyAssignments/a2","count_":1}
            """
        },
        {
            "policy exemptions that expire within 90 days",
            """
            PolicyResources
            | where type == 'microsoft.authorization/policyexemptions'
            | extend expiresOnC = todatetime(properties.expiresOn)
            | where isnotnull(expiresOnC)
            | where expiresOnC >= now() and expiresOnC < now(+90d)
            | project name, expiresOnC
            """,
            """{"name":"soon","expiresOnC":"2026-04-01T00:00:00Z"}"""
        },
        {
            "policy exemptions without an end",
            "policyresources | where type =~ 'microsoft.authorization/policyexemptions' and isnull(properties.expiresOn) | project name, category = properties.exemptionCategory",
            """{"name":"forever","category":"Waiver"}"""
        },
        {
            "policy assignments and information about each of their definitions",
            """
            PolicyResources
            | where type =~ 'Microsoft.Authorization/PolicyAssignments'
            | project policyAssignmentId = tolower(tostring(id)), policyAssignmentDisplayName = tostring(properties.displayName), policyAssignmentDefinitionId = tolower(properties.policyDefinitionId), definitionType = iff(properties.policyDefinitionId contains '/policysetdefinitions', 'initiative', 'policy')
            | join kind=leftouter (
                policyresources
                | where type =~ 'Microsoft.Authorization/PolicySetDefinitions' or type =~ 'Microsoft.Authorization/PolicyDefinitions'
                | project definitionId = tolower(id), category = tostring(properties.metadata.category), definitionDisplayName = tostring(properties.displayName)
            ) on $left.policyAssignmentDefinitionId == $right.definitionId
            | project policyAssignmentDisplayName, definitionType, category, definitionDisplayName
            """,
            """
            {"policyAssignmentDisplayName":"Assigned baseline","definitionType":"initiative","category":"Regulatory Compliance","definitionDisplayName":"Baseline"}
            {"policyAssignmentDisplayName":"Storage only","definitionType":"policy","category":"Storage","definitionDisplayName":"Deny open storage"}
            """
        },
        {
            "policy definitions with category",
            "policyresources | where type == 'microsoft.authorization/policydefinitions' | extend category = properties.metadata.category, policyType = properties.policyType | project displayName = properties.displayName, category, policyType | order by tostring(category) desc",
            """
            {"displayName":"Deny open storage","category":"Storage","policyType":"Custom"}
            {"displayName":"Audit disks","category":"Compute","policyType":"BuiltIn"}
            """
        },
        {
            "the members of an initiative",
            """
            policyresources
            | where type =~ 'microsoft.authorization/policysetdefinitions' and name == 'set1'
            | mv-expand member = properties.policyDefinitions
            | extend reference = tostring(member.policyDefinitionReferenceId), definition = tostring(split(member.policyDefinitionId, '/')[-1]), groups = array_length(member.groupNames)
            | project reference, definition, groups
            """,
            """
            {"reference":"disks","definition":"d1","groups":1}
            {"reference":"storage","definition":"d2","groups":2}
            """
        },
        {
            "how many members each initiative has",
            "policyresources | where type == 'microsoft.authorization/policysetdefinitions' | project name, members = array_length(properties.policyDefinitions), controls = array_length(properties.policyDefinitionGroups)",
            """{"name":"set1","members":2,"controls":2}"""
        },
        {
            "assignments that are not enforced",
            "policyresources | where type == 'microsoft.authorization/policyassignments' | where properties.enforcementMode != 'Default' | project name, scope = tostring(properties.scope)",
            """{"name":"a2","scope":"/subscriptions/s1/resourceGroups/rg1"}"""
        },
        {
            "states by control",
            """
            policyresources
            | where type == 'microsoft.policyinsights/policystates'
            | mv-expand control = properties.policyDefinitionGroupNames to typeof(string)
            | summarize nonCompliant = countif(properties.complianceState == 'NonCompliant'), total = count() by control
            """,
            """{"control":"NS-1","nonCompliant":1,"total":6}"""
        },
        {
            "definitions without states",
            """
            policyresources
            | where type == 'microsoft.authorization/policydefinitions'
            | join kind=leftanti (policyresources | where type == 'microsoft.policyinsights/policystates' | project name = tostring(properties.policyDefinitionName) | where name != 'd1') on name
            | project name
            """,
            """{"name":"d1"}"""
        },
        {
            "assignments by effective scope",
            "policyresources | where type == 'microsoft.authorization/policyassignments' | extend scopeKind = case(properties.scope contains '/resourceGroups/', 'resource group', properties.scope startswith '/subscriptions/', 'subscription', 'management group') | summarize names = make_list(name) by scopeKind",
            """
            {"scopeKind":"subscription","names":["a1"]}
            {"scopeKind":"resource group","names":["a2"]}
            """
        },
        {
            "the newest state of each resource",
            "policyresources | where type == 'microsoft.policyinsights/policystates' | project at = todatetime(properties.timestamp), resource = tostring(split(properties.resourceId, '/')[8]), state = properties.complianceState | summarize arg_max(at, *) by resource | take 2",
            """
            {"resource":"vm1","at":"2026-03-04T00:00:00Z","state":"NonCompliant"}
            {"resource":"vm2","at":"2026-03-04T00:00:00Z","state":"Compliant"}
            """
        },
        {
            "the heaviest state of each resource",
            "policyresources | where type == 'microsoft.policyinsights/policystates' | extend weight = iff(properties.complianceState == 'NonCompliant', 300, 200), resource = tostring(split(properties.resourceId, '/')[8]), definition = tostring(properties.policyDefinitionName) | summarize arg_max(weight, definition) by resource | top 2 by resource asc",
            """
            {"resource":"st1","weight":200,"definition":"d2"}
            {"resource":"st2","weight":200,"definition":"d2"}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Query_about_policies_gives(string what, string query, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, GraphSample.Estate.Lines(query));
    }
}
