using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class PlanBuilderTests
{
    private static Task<ArmOutcome<DeploymentPlan>> BuildAsync(ScriptedArm arm, bool deleteOrphans = false, DesiredState? desired = null) =>
        new PlanBuilder(TestTarget.Connect(arm)).BuildAsync(desired ?? Documents.Desired(), new(TestTarget.At, deleteOrphans), CancellationToken.None);

    private static string[] Actions(DeploymentPlan? plan) => [.. (plan?.Changes ?? []).Select(change => $"{change.Action} {change.Name}")];

    private static string OldDefinition(string owner) =>
        $$$$"""{"id":"{{{{TestTarget.Authorization}}}}/policyDefinitions/old","name":"old","properties":{"metadata":{"plumblineInitiative":"{{{{owner}}}}"}}}""";

    [Fact]
    public async Task Empty_scope_gets_everything_created_in_order()
    {
        var arm = DeployedArm.Empty();

        var outcome = await BuildAsync(arm);

        Assert.Equal(["Create a", "Create b", "Create aca", "Create baseline"], Actions(outcome.Value));
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(DeployedArm.Reads.Order(StringComparer.Ordinal), arm.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_deployed_before_needs_nothing()
    {
        var outcome = await BuildAsync(DeployedArm.AsDeployed());

        Assert.Equal(["NoChange a", "NoChange b", "NoChange aca", "NoChange baseline"], Actions(outcome.Value));
        Assert.False(outcome.Value?.HasChanges);
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public async Task Changed_rule_is_an_update_with_its_path()
    {
        var arm = DeployedArm.AsDeployed((wanted, echo) =>
        {
            if (wanted.Name == "b") echo["properties"]?["policyRule"]?["if"]?["equals"]?.Replace("Microsoft.App/jobs");
            return echo;
        });

        var outcome = await BuildAsync(arm);

        Assert.Equal(["NoChange a", "Update b", "NoChange aca", "NoChange baseline"], Actions(outcome.Value));
        Assert.Equal(["properties.policyRule.if.equals"], outcome.Value?.Changes[1].Differences.Select(difference => difference.Path));
    }

    [Fact]
    public async Task Update_keeps_what_others_wrote()
    {
        var arm = DeployedArm.AsDeployed((wanted, echo) =>
        {
            if (wanted.Kind != ArmObjectKind.PolicyAssignment || echo["properties"] is not JObject properties) return echo;
            properties["displayName"] = "Old";
            properties["notScopes"] = new JArray("/subscriptions/x/resourceGroups/free");
            if (properties["metadata"] is JObject metadata) metadata["costCentre"] = "42";
            echo["location"] = "westeurope";
            echo["identity"] = new JObject { ["type"] = "SystemAssigned", ["principalId"] = "p", ["tenantId"] = "t" };
            return echo;
        });

        var change = (await BuildAsync(arm)).Value?.Changes[3];

        Assert.Equal(["properties.displayName"], change?.Differences.Select(difference => difference.Path));
        Assert.Equal(
            $$$$"""{"properties":{"displayName":"Baseline","policyDefinitionId":"{{{{TestTarget.Authorization}}}}/policySetDefinitions/aca","enforcementMode":"Default","parameters":{},"metadata":{"plumblineInitiative":"aca","costCentre":"42"},"description":"","notScopes":["/subscriptions/x/resourceGroups/free"]},"location":"westeurope","identity":{"type":"SystemAssigned"}}""",
            change?.Body?.ToString(Formatting.None));
    }

    [Fact]
    public async Task Orphan_is_listed_and_kept()
    {
        var outcome = await BuildAsync(DeployedArm.AsDeployed(otherDefinitions: OldDefinition("aca")));

        Assert.Equal(["NoChange a", "NoChange b", "NoChange aca", "NoChange baseline", "Orphan old"], Actions(outcome.Value));
        Assert.False(outcome.Value?.HasChanges);
        Assert.Equal([DiagnosticCatalog.OrphanFound(TestTarget.At, $"{TestTarget.Authorization}/policyDefinitions/old")], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Orphan_is_deleted_when_asked()
    {
        var outcome = await BuildAsync(DeployedArm.AsDeployed(otherDefinitions: OldDefinition("aca")), deleteOrphans: true);

        Assert.Equal(["NoChange a", "NoChange b", "NoChange aca", "NoChange baseline", "Delete old"], Actions(outcome.Value));
        Assert.True(outcome.Value?.HasChanges);
    }

    [Fact]
    public async Task Object_of_another_initiative_is_no_orphan()
    {
        var outcome = await BuildAsync(DeployedArm.AsDeployed(otherDefinitions: OldDefinition("other")), deleteOrphans: true);

        Assert.Equal(["NoChange a", "NoChange b", "NoChange aca", "NoChange baseline"], Actions(outcome.Value));
    }

    [Theory]
    [InlineData(null, "Update b")]
    [InlineData("other", "Update b")]
    public async Task Object_somebody_else_deployed_is_taken_over_with_a_warning(string? owner, string action)
    {
        var arm = DeployedArm.AsDeployed((wanted, echo) =>
        {
            if (wanted.Name != "b" || echo["properties"]?["metadata"] is not JObject metadata) return echo;
            metadata.Remove("plumblineInitiative");
            if (owner is not null) metadata["plumblineInitiative"] = owner;
            return echo;
        });

        var outcome = await BuildAsync(arm);

        Assert.Equal(["NoChange a", action, "NoChange aca", "NoChange baseline"], Actions(outcome.Value));
        Assert.Equal([DiagnosticCatalog.TakesOverForeignObject(new("documents/b.json"), $"{TestTarget.Authorization}/policyDefinitions/b", owner)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Parameter_change_that_arm_refuses_stops_the_plan()
    {
        var arm = DeployedArm.AsDeployed((wanted, echo) =>
        {
            if (wanted.Name == "a" && echo["properties"] is JObject properties)
                properties["parameters"] = JObject.Parse("""{"gone":{"type":"String","defaultValue":""},"effect":{"type":"Boolean","defaultValue":true}}""");
            if (wanted.Name == "b" && echo["properties"] is JObject others) others["parameters"] = new JObject();
            return echo;
        });

        var outcome = await BuildAsync(arm);

        var at = new SourceLocation("documents/a.json", Path: "$.properties.parameters");
        Diagnostic[] expected =
        [
            DiagnosticCatalog.IncompatibleParameterChange(at, "a", "gone", "removes the parameter"),
            DiagnosticCatalog.IncompatibleParameterChange(at, "a", "effect", "changes the type of the parameter"),
        ];
        Assert.Null(outcome.Value);
        Assert.Equal(expected, outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Document_that_arm_refuses_stops_before_the_first_call()
    {
        var arm = new ScriptedArm();

        var outcome = await BuildAsync(arm, desired: new([], Documents.Initiative("a")));

        Assert.Null(outcome.Value);
        Assert.Equal([DiagnosticCatalog.InitiativeMemberMissing(new("documents/aca.json", Path: "$"), "aca", "a", null)], outcome.Diagnostics.AsEnumerable());
        Assert.Empty(arm.Calls);
    }

    [Fact]
    public async Task Scope_that_does_not_exist_is_told_as_such()
    {
        var arm = new ScriptedArm().Answer(DeployedArm.Reads[0], 404, """{"error":{"code":"SubscriptionNotFound","message":"The subscription could not be found."}}""");

        var outcome = await BuildAsync(arm);

        var failure = new ArmFailure(ArmFailureKind.NotFound, "GET", TestTarget.Subscription, 404, "SubscriptionNotFound", "The subscription could not be found.", null, []);
        Assert.Equal(failure, outcome.Failure);
        Assert.Equal([failure.ToDiagnostic(TestTarget.At)], outcome.Diagnostics.AsEnumerable());
        Assert.Equal([DeployedArm.Reads[0]], arm.Calls);
    }

    [Fact]
    public async Task Collection_is_read_page_by_page()
    {
        var arm = DeployedArm.WithScope();
        foreach (var wanted in DeployedArm.Wanted) arm.Answer($"GET {wanted.Id}", 404, DeployedArm.NotFound);
        arm.Answer(DeployedArm.Reads[5], 200, """{"value":[]}""").Answer(DeployedArm.Reads[6], 200, """{"value":[]}""")
            .Answer(DeployedArm.Reads[7], 200, """{"value":[],"nextLink":"https://localhost:8443/page2?api-version=2025-03-01"}""")
            .Answer("GET /page2", 200, $$"""{"value":[{{OldDefinition("aca")}}]}""");

        Assert.Equal(["Create a", "Create b", "Create aca", "Create baseline", "Orphan old"], Actions((await BuildAsync(arm)).Value));
    }

    [Theory]
    [InlineData("https://localhost:8443/page2?api-version=2025-03-01", "the link to the next page leads back to a page that was read", "/page2")]
    [InlineData("https://elsewhere.example/", "the link 'https://elsewhere.example/' leads to another host", "/page2")]
    public async Task Link_that_leads_astray_is_a_failure(string link, string message, string path)
    {
        var arm = DeployedArm.WithScope();
        foreach (var wanted in DeployedArm.Wanted) arm.Answer($"GET {wanted.Id}", 404, DeployedArm.NotFound);
        arm.Answer(DeployedArm.Reads[5], 200, """{"value":[],"nextLink":"https://localhost:8443/page2?api-version=2025-03-01"}""")
            .Answer("GET /page2", 200, $$"""{"value":[],"nextLink":"{{link}}"}""");

        Assert.Equal(new ArmFailure(ArmFailureKind.UnexpectedAnswer, "GET", path, 200, null, message, null, []), (await BuildAsync(arm)).Failure);
    }
}
