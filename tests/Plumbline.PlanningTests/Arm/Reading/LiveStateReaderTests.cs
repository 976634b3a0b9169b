using Plumbline.Arm;
using Plumbline.Arm.Reading;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm.Reading;

public sealed class LiveStateReaderTests
{
    private static async Task<LiveReading> ReadAsync(TestEstate estate, LiveQuery query) => await new LiveStateReader(estate.Connect()).ReadAsync(query, CancellationToken.None);

    private static LiveQuery Query() => DeploymentPlanner.Query(TestEstate.Everything(), TestEstate.Documents());

    [Fact]
    public async Task Pages_are_followed_whatever_their_size()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var whole = await estate.ReadAsync();
        await estate.FaultsAsync("""{"seed":1,"faults":[{"kind":"pageSize","size":1}]}""");

        var paged = await estate.ReadAsync();

        Assert.Equal(6, whole.Objects.Length);
        Assert.Equal(whole.Objects.Select(one => one.Id), paged.Objects.Select(one => one.Id));
    }

    [Fact]
    public async Task Objects_come_once_in_ordinal_order()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var query = Query();

        var reading = await ReadAsync(estate, query with { ExemptionRoots = [Estate.Subscription, TestEstate.Group], RoleRoots = [Estate.Subscription, TestEstate.Group] });

        var ids = Assert.IsType<LiveState>(reading.State).Objects.Select(one => one.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal), ids);
        Assert.Equal(6, ids.Count);
    }

    [Fact]
    public async Task Number_of_requests_does_not_depend_on_objects()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.ReadAsync();
        var empty = estate.Watch.Requests.Count;
        await estate.AppliedAsync(await estate.PlanAsync());

        await estate.ReadAsync();

        Assert.Equal(empty, estate.Watch.Requests.Count);
    }

    [Fact]
    public async Task Scope_that_does_not_exist_is_one_failure_that_names_it()
    {
        await using var estate = await TestEstate.StartAsync();
        const string missing = Estate.Subscription + "/resourceGroups/missing";

        var reading = await ReadAsync(estate, Query() with { AssignmentScopes = [missing], RoleRoots = [missing] });

        Assert.Null(reading.State);
        var failure = Assert.Single(reading.Failures);
        Assert.Equal((ArmFailureKind.NotFound, missing, "ResourceGroupNotFound"), (failure.Kind, failure.Path, failure.Code));
    }

    [Fact]
    public async Task Management_group_that_does_not_exist_is_a_failure()
    {
        await using var estate = await TestEstate.StartAsync();

        var reading = await ReadAsync(estate, Query() with { DefinitionScope = "/providers/Microsoft.Management/managementGroups/missing" });

        Assert.Null(reading.State);
        Assert.Equal("/providers/Microsoft.Management/managementGroups/missing", Assert.Single(reading.Failures).Path);
    }

    [Fact]
    public async Task Roles_of_others_are_left_out()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.PutAsync(
            $"{Estate.Subscription}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-0000-0000-000000000001", "2022-04-01",
            """{"properties":{"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7","principalId":"c0a7f1d2-3b64-4e58-9d0c-7a2e5f81b346","principalType":"ServicePrincipal"}}""");

        var live = await estate.ReadAsync();

        Assert.DoesNotContain("aaaaaaaa-0000-0000-0000-000000000001", live.Objects.Select(one => one.Name));
        Assert.Single(live.Of(ArmObjectKind.RoleAssignment));
    }

    [Fact]
    public async Task Exemptions_of_an_assignment_are_listed_by_its_id()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());

        var reading = await ReadAsync(estate, Query() with { ExemptionRoots = [], ExemptedAssignments = [TestEstate.AssignmentId] });

        Assert.Single(Assert.IsType<LiveState>(reading.State).Of(ArmObjectKind.PolicyExemption));
    }

    [Fact]
    public async Task Built_in_that_does_not_exist_is_left_out()
    {
        await using var estate = await TestEstate.StartAsync();

        var reading = await ReadAsync(estate, Query() with { BuiltIns = ["/providers/Microsoft.Authorization/policyDefinitions/aaaaaaaa-0000-0000-0000-000000000001"] });

        Assert.Empty(Assert.IsType<LiveState>(reading.State).BuiltIns);
    }
}
