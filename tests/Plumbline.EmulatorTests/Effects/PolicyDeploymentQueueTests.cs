using Plumbline.Emulator.Wire;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class PolicyDeploymentQueueTests
{
    [Theory]
    [InlineData(Role, true)]
    [InlineData("/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c", true)]
    [InlineData("/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7", false)]
    public async Task Deployment_runs_as_the_identity_when_it_has_the_role(string role, bool isDeployed)
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy());
        await world.GrantAsync(role);

        await PutAsync(world, Accounts + "/a");

        Assert.Equal(isDeployed, world.Store.Current.Find(Accounts + "/a/providers/Microsoft.Insights/diagnosticSettings/log") is not null);
        Assert.All(world.Deployments.Asked, deployment => Assert.Equal((Group, Principal), (deployment.Scope.Text, deployment.Principal.ObjectId)));
    }

    [Fact]
    public async Task Role_at_another_resource_group_is_not_enough()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy());
        await world.GrantAsync(scope: Scope + "/resourceGroups/other");

        await PutAsync(world, Accounts + "/a");

        Assert.Empty(world.Deployments.Asked);
    }

    [Fact]
    public async Task What_waits_for_a_failure_of_the_provisioning_is_never_deployed()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy("\"evaluationDelay\":\"AfterProvisioningFailure\","));
        await world.GrantAsync();

        await PutAsync(world, Accounts + "/a");

        Assert.Empty(world.Deployments.Asked);
    }

    [Fact]
    public async Task Custom_role_that_allows_the_action_is_enough()
    {
        await using var world = await CreateAsync();
        await world.AssignAsync("deploy", Deploy());
        await world.StoreAsync(Scope + "/providers/Microsoft.Authorization/roleDefinitions/cccccccc-0000-0000-0000-000000000001", """{"properties":{"permissions":[{"actions":["Microsoft.Resources/*/write"],"notActions":[]}]}}""");
        await world.GrantAsync("/providers/Microsoft.Authorization/roleDefinitions/cccccccc-0000-0000-0000-000000000001");

        await PutAsync(world, Accounts + "/a");

        Assert.Single(world.Deployments.Asked);
    }

    private static async Task PutAsync(PolicyWorld world, string id)
    {
        var request = new ArmRequest("PUT", "https://localhost", id, ImmutableDictionary<string, string>.Empty.Add("api-version", "2025-01-01"), new JsonObject(), Now, Guid.NewGuid());
        await world.Store.ChangeAsync(state =>
        {
            var written = world.Actions.Enforcer.Write(state, Document(id, """{"location":"westeurope"}"""), request);
            return (true, (Plumbline.Emulator.Store.ArmState?)written.Next);
        });
        await world.Actions.FinishAsync();
    }
}
