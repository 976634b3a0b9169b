using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Policy.Values;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Operations;

public sealed class RingTests
{
    private static readonly DeploymentEnvironment Rolled = Environment(Assignment() with { Effects = [new(new(MemberChoiceKind.Control, "NS-1", At), "Deny")] }) with
    {
        Ring = "canary",
        Rings =
        [
            new("canary", At) { Locations = ["westeurope"], Effects = [new(new(MemberChoiceKind.Policy, "first", At), "Audit")] },
            new("europe", At) { Locations = ["westeurope", "northeurope"], EnforcementMode = "DoNotEnforce" },
            new("everywhere", At),
        ],
    };

    [Fact]
    public void Current_ring_narrows_the_assignment_and_its_effects_count_over_the_declared_ones()
    {
        var properties = Assert.IsType<ObjectValue>(Planned(Rolled, Documents()).Operations[^1].Body?["properties"]);

        Assert.Equal("""[{"name":"canary","selectors":[{"kind":"resourceLocation","in":["westeurope"]}]}]""", PolicyValueWriter.ToCompactJson(properties["resourceSelectors"]));
        Assert.Equal("""{"firstEffect":{"value":"Audit"},"secondEffect":{"value":"Deny"}}""", PolicyValueWriter.ToCompactJson(properties["parameters"]));
    }

    [Fact]
    public void Promotion_changes_the_assignment_in_place()
    {
        var live = After(LiveState.Empty, Planned(Rolled, Documents()));

        var plan = Planned(Rolled with { Ring = "everywhere" }, Documents(), live);

        Assert.Equal(["3 Update PolicyAssignment baseline"], Lines(plan));
        Assert.Equal(["parameters.changed:firstEffect", "resourceSelectors"], plan.Operations[0].Reasons.Order().ToArray());
    }

    [Theory]
    [InlineData("canary", "second")]
    [InlineData("europe", "")]
    [InlineData("everywhere", "first,second")]
    public void Preview_of_a_ring_tells_what_would_deny(string ring, string references) =>
        Assert.Equal(references, string.Join(',', Assert.Single(RingPreview.Denying(Rolled, ring, Documents(), LiveState.Empty)).References.Order()));

    [Theory]
    [InlineData(10, 0, 0, 8, "")]
    [InlineData(8, 2, 0, 8, "2 resources are non-compliant; 1 are allowed|the compliance is 80 %; 90 % are needed")]
    [InlineData(10, 1, 1, 3, "1 resources would be denied at their next write; 0 are allowed|the ring has been current for 3 days; 7 are needed")]
    [InlineData(0, 0, 0, 8, "the compliance is not known %; 90 % are needed")]
    public void Gate_says_what_is_not_met(int compliant, int nonCompliant, int denied, int days, string misses) =>
        Assert.Equal(misses, string.Join('|', new RingMeasurement(compliant, nonCompliant, denied, TimeSpan.FromDays(days)).Misses(new RingGate(1, 0, 90, TimeSpan.FromDays(7))).Order(StringComparer.Ordinal)));
}
