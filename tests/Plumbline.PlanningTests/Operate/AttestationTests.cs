using Plumbline.Arm.Operations;
using Plumbline.Cli.Operating;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using static Plumbline.PlanningTests.Operate.OperateWorld;

namespace Plumbline.PlanningTests.Operate;

public sealed class AttestationTests
{
    private const string Complete = """
        attestations:
          - name: backups
            policy: manual
            scope: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg
            state: Compliant
            expiresOn: 2027-01-31
            owner: platform
            evidence:
              - description: Restore test
                uri: https://example.com/restore
        """;

    [Fact]
    public async Task Attestation_is_created_then_unchanged_then_updated()
    {
        await using var world = await ManualAsync();

        var created = await PlanAsync(world, Complete);
        await WriteAsync(world, created);
        var unchanged = await PlanAsync(world, Complete);
        var updated = await PlanAsync(world, Complete.Replace("platform", "network", StringComparison.Ordinal));
        await WriteAsync(world, updated);
        var stored = await world.GetAsync(created.Changes[0].Id, "2024-10-01");

        Assert.Equal([AttestationAction.Create], created.Changes.Select(change => change.Action));
        Assert.Equal([AttestationAction.Unchanged], unchanged.Changes.Select(change => change.Action));
        Assert.Equal(["owner"], Assert.Single(updated.Changes).Differences.AsEnumerable());
        Assert.Equal(("network", "2027-01-31T23:59:59Z"), (stored["properties"]?["owner"]?.ToString(), stored["properties"]?["expiresOn"]?.ToString()));
        Assert.Matches($"^{Group}/providers/Microsoft.PolicyInsights/attestations/backups-[0-9a-f]{{8}}$", created.Changes[0].Id);
    }

    [Fact]
    public async Task Attestation_that_is_declared_no_more_is_listed_and_left_alone()
    {
        await using var world = await ManualAsync();
        await WriteAsync(world, await PlanAsync(world, Complete));

        var plan = await PlanAsync(world, "attestations: []");

        Assert.Equal([AttestationAction.Undeclared], plan.Changes.Select(change => change.Action));
        Assert.Equal("0 to create, 0 to update, 0 unchanged, 1 not declared any more (left alone).", AttestationText.Of(plan.Changes).Last());
    }

    [Fact]
    public async Task Expired_ones_are_reported_declared_or_deployed()
    {
        await using var world = await ManualAsync();
        await WriteAsync(world, await PlanAsync(world, Complete));
        world.Time.Move(TimeSpan.FromDays(400));

        var declared = await PlanAsync(world, Complete);
        var deployed = await PlanAsync(world, "attestations: []");

        Assert.Equal(["PLB4110", "PLB4110"], declared.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Empty(declared.Changes);
        Assert.Equal(["PLB4110"], deployed.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("            expiresOn: 2027-01-31\n", "PLB4109", "expiresOn")]
    [InlineData("            evidence:\n              - description: Restore test\n                uri: https://example.com/restore", "PLB4109", "evidence")]
    public async Task Compliance_needs_expiry_and_evidence(string left, string code, string named)
    {
        await using var world = await ManualAsync();

        var plan = await PlanAsync(world, Complete.Replace(left.Replace("            ", "    ", StringComparison.Ordinal), "", StringComparison.Ordinal));

        var problem = Assert.Single(plan.Diagnostics);
        Assert.Equal((code, $"add '{named}'"), (problem.Code, problem.Help));
    }

    [Fact]
    public async Task Policy_of_another_effect_cannot_be_attested()
    {
        await using var world = await ManualAsync();
        await world.DefineAsync("audit", """{"effect":"audit"}""", """{"field":"location","exists":true}""");
        await world.AssignAsync("audit", Policies + "/policyDefinitions/audit");

        var plan = await PlanAsync(world, Complete.Replace("policy: manual", "policy: audit", StringComparison.Ordinal), "manual", "audit");

        Assert.Equal(["PLB4108"], plan.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("the policy 'audit' has the effect Audit; only policies with the effect manual can be attested", plan.Diagnostics[0].Message);
    }

    [Fact]
    public async Task Two_attestations_of_the_same_thing_are_an_error()
    {
        await using var world = await ManualAsync();
        var twice = Complete + "\n" + Complete["attestations:\n".Length..].Replace("backups", "copies", StringComparison.Ordinal);

        Assert.Equal(["PLB4112"], (await PlanAsync(world, twice)).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("    state: Compliant", "    state: compliant", 5, 12, "did you mean 'Compliant'?")]
    [InlineData("    owner: platform", "    ownr: platform", 7, 5, "did you mean 'owner'?")]
    public void Mistakes_have_a_place_and_the_nearest_name(string right, string wrong, int line, int column, string help)
    {
        var (declarations, diagnostics) = AttestationReader.Read(new SourceText("attestations.yaml", Complete.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Empty(declarations);
        var problem = Assert.Single(diagnostics);
        Assert.Equal((line, column), (problem.Location.Span?.Line, problem.Location.Span?.Column));
        Assert.Contains(help, problem.Help, StringComparison.Ordinal);
    }

    private static async Task<OperateWorld> ManualAsync()
    {
        var world = await WithAccountsAsync("a");
        await world.PutAsync(
            $"{Policies}/policyDefinitions/manual", "2025-03-01",
            """{"properties":{"displayName":"manual","mode":"All","policyRule":{"if":{"field":"type","equals":"Microsoft.Resources/subscriptions/resourceGroups"},"then":{"effect":"manual","details":{"defaultState":"Unknown"}}}}}""");
        await world.AssignAsync("manual", Policies + "/policyDefinitions/manual");
        return world;
    }

    private static async Task<AttestationPlan> PlanAsync(OperateWorld world, string yaml, params string[] assignments)
    {
        var (declarations, diagnostics) = AttestationReader.Read(new SourceText("attestations.yaml", yaml));
        Assert.Empty(diagnostics);
        var deployed = await world.DeployedAsync(assignments.Length == 0 ? ["manual"] : assignments);
        var (live, failure, _) = await new Attestor(world.Connection).ReadAsync([Subscription], At, CancellationToken.None);
        Assert.Null(failure);
        return AttestationPlanner.Plan(deployed, declarations, live, world.Time.GetUtcNow());
    }

    private static async Task WriteAsync(OperateWorld world, AttestationPlan plan)
    {
        var (written, _, diagnostics) = await new Attestor(world.Connection).WriteAsync(plan, At, CancellationToken.None);
        Assert.Equal((0, plan.Changes.Count(change => change.Writes)), (diagnostics.Length, written));
    }
}
