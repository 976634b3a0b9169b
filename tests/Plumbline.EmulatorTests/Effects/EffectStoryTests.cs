using System.Globalization;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Effects;

/// <summary>What a policy author tries on his desk, over HTTP.</summary>
public sealed class EffectStoryTests
{
    private const string Tagging = Authorization + "/policyDefinitions/tagging";
    private const string Tagged = Authorization + "/policyAssignments/tagging";
    private const string Remediation = Subscription + "/providers/Microsoft.PolicyInsights/remediations/tagging";
    private const string TagContributor = "4a9ae827-6dc8-4573-8ac7-8239d42aa03f";

    private const string Rule = $$"""
        {"properties":{"mode":"Indexed","policyRule":{
          "if":{"allOf":[{"field":"type","equals":"Microsoft.App/containerApps"},{"field":"tags['team']","notEquals":"platform"}]},
          "then":{"effect":"modify","details":{"roleDefinitionIds":["/providers/Microsoft.Authorization/roleDefinitions/{{TagContributor}}"],
            "operations":[{"operation":"addOrReplace","field":"tags['team']","value":"platform"}]} } } } }
        """;

    private const string Keep = """
        {"properties":{"mode":"Indexed","policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},
          "then":{"effect":"denyAction","details":{"actionNames":["delete"],"cascadeBehaviors":{"resourceGroup":"deny"} } } } } }
        """;

    [Fact]
    public async Task Modify_acts_on_new_resources_at_once_and_on_old_ones_by_remediation()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/old", App(external: false), ResourceVersion);
        await session.PutOkAsync(Tagging, Rule);
        await session.PutOkAsync(Tagged, AssignedWithIdentity(Tagging));

        var created = await session.PutAsync(Apps + "/new", ResourceVersion, App(external: false));
        var withoutRole = await RemediateAsync(session);
        var refusals = await session.PostAsync(Remediation + "/listDeployments", InsightsVersion);
        await GrantAsync(session, Tagged, TagContributor);
        var withRole = await RemediateAsync(session);
        var old = await session.GetAsync(Apps + "/old", ResourceVersion);

        Assert.Equal((201, "platform"), (created.Status, created.At("tags/team")));
        Assert.Equal(("Failed", "AuthorizationFailed"), (withoutRole.At("properties/provisioningState"), refusals.At("value/0/error/code")));
        Assert.Equal(("Succeeded", "1"), (withRole.At("properties/provisioningState"), withRole.At("properties/deploymentStatus/successfulDeployments")));
        Assert.Equal("platform", old.At("tags/team"));
    }

    [Fact]
    public async Task Deletion_is_refused_of_the_resource_and_of_its_group()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/web", App(external: false), ResourceVersion);
        await session.PutOkAsync(Authorization + "/policyDefinitions/keep", Keep);
        await session.PutOkAsync(Authorization + "/policyAssignments/keep", AssignmentBody(Authorization + "/policyDefinitions/keep"));

        var resource = await session.DeleteAsync(Apps + "/web", ResourceVersion);
        var group = await session.DeleteAsync(Subscription + "/resourceGroups/rg", "2021-04-01");

        Assert.Equal((403, "RequestDisallowedByPolicy"), (resource.Status, resource.Code));
        Assert.Equal((403, "RequestDisallowedByPolicy"), (group.Status, group.Code));
        Assert.StartsWith("Deletion of resource 'web' was disallowed by policy.", resource.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await session.GetAsync(Apps + "/web", ResourceVersion)).Status);
    }

    [Fact]
    public async Task Remediation_is_no_resource_of_its_resource_group()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Tagging, Rule);
        await session.PutOkAsync(Tagged, AssignedWithIdentity(Tagging));
        var item = Subscription + "/resourceGroups/rg/providers/Microsoft.PolicyInsights/remediations/r";
        await session.PutOkAsync(item, Body, InsightsVersion);

        Assert.Empty((await session.GetAsync(Subscription + "/resourceGroups/rg/resources", "2021-04-01")).Names);
        Assert.Equal(405, (await session.SendAsync(HttpMethod.Patch, item, InsightsVersion, "{}")).Status);
        Assert.Equal(404, (await session.PutAsync(item + "/deployments/1", InsightsVersion, "{}")).Status);
    }

    private static string Body => $$"""{"properties":{"policyAssignmentId":"{{Tagged}}"} }""";

    private static string AssignedWithIdentity(string definition) =>
        $$"""{"location":"westeurope","identity":{"type":"SystemAssigned"},"properties":{"policyDefinitionId":"{{definition}}"} }""";

    private static async Task GrantAsync(EmulatorSession session, string assignment, string role)
    {
        var principal = (await session.GetAsync(assignment, PolicyVersion)).At("identity/principalId");
        await session.PutOkAsync(
            Authorization + "/roleAssignments/00000000-0000-0000-0000-000000000042",
            $$"""{"properties":{"principalId":"{{principal}}","principalType":"ServicePrincipal","roleDefinitionId":"{{Authorization}}/roleDefinitions/{{role}}"} }""",
            "2022-04-01");
    }

    // Starts the remediation and waits for its end.
    private static async Task<Answer> RemediateAsync(EmulatorSession session)
    {
        var started = await session.PutAsync(Remediation, InsightsVersion, Body);
        Assert.True(started.Status is 200 or 201, started.Status.ToString(CultureInfo.InvariantCulture) + started.Message);
        var answer = started;
        while (answer.At("properties/provisioningState") is not ("Succeeded" or "Failed" or "Canceled")) answer = await session.GetAsync(Remediation, InsightsVersion);
        return answer;
    }
}
