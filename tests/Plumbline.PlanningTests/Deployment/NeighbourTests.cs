using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.PlanningTests.Arm;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>Two environments and an owner of Enterprise Policy as Code in one subscription.</summary>
public sealed class NeighbourTests
{
    private static readonly PolicyDocuments Theirs = Estate.Documents(Estate.Definition("third"), Estate.Initiative("other", "third"));

    private static readonly DeploymentEnvironment Neighbour = Estate.Environment(Estate.Assignment("other", "other")) with { Name = "neighbour" };

    [Fact]
    public async Task Changing_repairing_and_destroying_one_leaves_the_others_as_they_are()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.PutAsync($"{TestEstate.Authorization}/policyDefinitions/epac", "2025-03-01", """{"properties":{"displayName":"Theirs","mode":"All","metadata":{"pacOwnerId":"ffffffff-0000-0000-0000-000000000000"},"policyRule":{"if":{"field":"type","equals":"x"},"then":{"effect":"audit"}}}}""");
        await estate.AppliedAsync(Estate.Planned(Neighbour, Theirs, await estate.ReadAsync(Neighbour)));
        var before = await OthersAsync(estate);

        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.RenameAsync($"{TestEstate.Authorization}/policyDefinitions/first", "Edited");
        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.AppliedAsync(await estate.PlanAsync(choices: new PlanChoices([], Destroy: true)));

        Assert.Equal(before, await OthersAsync(estate));
        Assert.Equal(4, before.Length);
        Assert.Equal(before.Length, (await estate.ReadAsync()).Objects.Length);
    }

    private static async Task<string[]> OthersAsync(TestEstate estate) =>
        [.. (await estate.ReadAsync()).Objects.Where(one => !OwnershipMark.IsOf(TestEstate.Everything(), one)).Select(one => $"{one.Id} {ObjectDigest.OfLive(one)}").Order(StringComparer.Ordinal)];
}
