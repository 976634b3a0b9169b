using Plumbline.Cli.Configuration;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using static Plumbline.PlanningTests.Configuration.ConfigurationText;

namespace Plumbline.PlanningTests.Configuration;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void Environment_with_defaults_is_read()
    {
        var environment = Environment(Small);

        Assert.Equal(("production", "public", null), (environment.Deployment.Name, environment.Cloud, environment.Endpoint));
        Assert.Equal(("AzureCloud", null, "2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42"), (environment.Deployment.Cloud, environment.Deployment.TenantId, environment.Deployment.OwnerId));
        Assert.Equal((DeploymentGuards.Default, null, 2), (environment.Deployment.Guards, environment.Deployment.Ring, environment.Deployment.At.Span?.Line));
        var assignment = Assert.Single(environment.Deployment.Assignments);
        Assert.Equal([Subscription], assignment.Scopes.AsEnumerable());
        Assert.Equal(("baseline", ArmObjectKind.PolicySetDefinition, "baseline", "Default", null, null), (assignment.Name, assignment.Kind, assignment.Target, assignment.EnforcementMode, assignment.DisplayName, assignment.Identity));
        Assert.Equal(new TextSpan(6, 15, 8), assignment.At.Span);
    }

    [Fact]
    public void Every_key_of_an_environment_is_read()
    {
        var environment = Environment(Full).Deployment;

        Assert.Equal(("AzureUSGovernment", "7d3f0b1c-52a4-4e6e-8c19-2b6f4d8a9e05", "2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42"), (environment.Cloud, environment.TenantId, environment.OwnerId));
        Assert.Equal((5, true), (environment.Guards.MaximumDeletes, environment.Guards.RequiresVersions));
        Assert.Equal(["aca-*"], environment.Guards.Protect.AsEnumerable());
        Assert.Equal(["Owner"], environment.Guards.PrivilegedRoles.AsEnumerable());
        Assert.Equal([("exemptions/production", 36)], Environment(Full).ExemptionPaths.Select(path => (path.Path, path.At.Span?.Line ?? 0)));
        var exemption = Assert.Single(environment.Exemptions);
        Assert.Equal(("old-shop", new DateTimeOffset(2027, 1, 31, 23, 59, 59, TimeSpan.Zero), "shop", "SHOP-1"), (exemption.Name, exemption.ExpiresOn, exemption.Owner, exemption.Ticket));
        Assert.Equal((ExemptionTargetKind.Assignment, "baseline"), (exemption.Target.Kind, exemption.Target.Name));
    }

    [Fact]
    public void Every_key_of_an_assignment_is_read()
    {
        var assignment = Environment(Full).Deployment.Assignments[0];

        Assert.Equal(["/providers/Microsoft.Management/managementGroups/contoso", Subscription], assignment.Scopes.AsEnumerable());
        Assert.Equal([Subscription + "/resourceGroups/old"], assignment.NotScopes.AsEnumerable());
        Assert.Equal(("Baseline", "What Container Apps have to be.", "DoNotEnforce", "1.*.*"), (assignment.DisplayName, assignment.Description, assignment.EnforcementMode, assignment.DefinitionVersion));
        Assert.Equal("""{"allowedRegistries":["contoso.azurecr.io"],"minimum":2}""", PolicyValueWriter.ToCompactJson(assignment.Parameters));
        Assert.Equal([(MemberChoiceKind.Control, "NS-1", "Deny"), (MemberChoiceKind.Policy, "aca-https-only", "Audit"), (MemberChoiceKind.Reference, "aca-probes", "Disabled")], assignment.Effects.Select(effect => (effect.Members.Kind, effect.Members.Name, effect.Effect)));
        Assert.Equal([("aca-backup", "Backed up elsewhere.")], assignment.Exclusions.Select(exclusion => (exclusion.Members.Name, exclusion.Reason)));
        Assert.Equal(new IdentityDeclaration(Subscription + "/resourceGroups/ids/providers/Microsoft.ManagedIdentity/userAssignedIdentities/policy", "westeurope") { PrincipalId = "11111111-1111-1111-1111-111111111111" }, assignment.Identity);
        Assert.Equal([("/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7", Subscription)], assignment.AdditionalRoles.Select(role => (role.RoleDefinitionId, role.Scope)));
        Assert.Equal(["""{"name":"west","selectors":[{"kind":"resourceLocation","in":["westeurope"]}]}"""], assignment.ResourceSelectors.Select(PolicyValueWriter.ToCompactJson));
        Assert.Equal([(null, "Ask the platform team."), ("NS-1", "Use the network.")], assignment.Messages.Select(message => (message.Members?.Name, message.Text)));
    }

    [Fact]
    public void Built_in_policy_with_a_location_is_assigned_with_a_system_identity()
    {
        var assignment = Environment(Full).Deployment.Assignments[1];

        Assert.Equal((ArmObjectKind.PolicyDefinition, "/providers/Microsoft.Authorization/policyDefinitions/96670d01-0a4d-4649-9c89-2d3abc0a5025"), (assignment.Kind, assignment.Target));
        Assert.Equal(new IdentityDeclaration(null, "northeurope"), assignment.Identity);
    }

    [Fact]
    public void Rings_are_read_in_their_order()
    {
        var environment = Environment(Full).Deployment;

        Assert.Equal(["canary", "everywhere"], environment.Rings.Select(ring => ring.Name));
        var ring = Assert.IsType<RolloutRing>(environment.CurrentRing);
        Assert.Equal(("westeurope", "baseline", "DoNotEnforce"), (Assert.Single(ring.Locations), Assert.Single(ring.Assignments), ring.EnforcementMode));
        Assert.Equal(["Audit"], ring.Effects.Select(effect => effect.Effect));
        Assert.Equal(new RingGate(10, 0, 99.5m, TimeSpan.FromDays(7)), ring.Gate);
        Assert.Null(environment.Rings[1].Gate);
    }

    [Fact]
    public void Without_a_current_ring_the_first_one_is_meant() =>
        Assert.Equal("canary", Environment(Full.Replace("    ring: canary\n", "", StringComparison.Ordinal)).Deployment.Ring);

    [Theory]
    [InlineData("cloud: local\n    endpoint: https://localhost:8443", "Local")]
    [InlineData("cloud: custom\n    endpoint: https://127.0.0.1:8443", "Local")]
    [InlineData("cloud: custom\n    endpoint: https://management.contoso.example", "Custom")]
    [InlineData("cloud: china", "AzureChinaCloud")]
    public void Cloud_has_the_name_of_the_Azure_CLI(string cloud, string name) =>
        Assert.Equal(name, Environment(Small.Replace("    ownerId:", $"    {cloud}\n    ownerId:", StringComparison.Ordinal)).Deployment.Cloud);

    [Fact]
    public void Local_endpoint_needs_no_owner() =>
        Assert.Equal(EnvironmentReader.LocalOwnerId, Environment(Small.Replace("ownerId: 2F6F1D0A-93B4-4E53-8F3E-5A0C6D1B7E42", "cloud: local\n    endpoint: https://localhost:8443", StringComparison.Ordinal)).Deployment.OwnerId);

    private static ConfiguredEnvironment Environment(string text)
    {
        var read = Read(text);
        Assert.Empty(read.Diagnostics);
        return Assert.IsType<PlumblineConfiguration>(read.Value).Environments.Single();
    }
}
