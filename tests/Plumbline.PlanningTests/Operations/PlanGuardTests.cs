using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Operations;

public sealed class PlanGuardTests
{
    private static readonly PolicyDocuments Smaller = Documents(Definition("first"), Initiative("baseline", "first"));

    [Fact]
    public void More_deletes_than_allowed_are_refused_and_the_plan_is_still_shown()
    {
        var live = After(LiveState.Empty, Planned(Environment(Assignment(), Assignment("other", "second", ArmObjectKind.PolicyDefinition)), Documents()));
        var environment = Environment(Assignment()) with { Guards = new(0, [], []) };

        var result = Plan(environment, Documents(), live);

        Assert.Equal(["PLB4047"], result.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["PLB4047"], result.Plan?.Refusals.Select(refusal => refusal.Code) ?? []);
    }

    [Fact]
    public void Object_that_a_successor_follows_does_not_count_as_deleted()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var changed = Documents(Definition("first", """{"effect":{"type":"String","defaultValue":"Audit"},"tag":{"type":"String"}}"""), Definition("second"), Initiative("baseline", "first", "second"));

        Assert.Empty(Plan(Environment() with { Guards = new(0, [], []) }, changed, live).Refusals);
    }

    [Fact]
    public void Protected_object_is_not_deleted()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));

        var result = Plan(Environment() with { Guards = new(10, ["sec*"], []) }, Smaller, live);

        Assert.Equal(["PLB4048"], result.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Privileged_role_needs_to_be_allowed_by_name()
    {
        var documents = Documents(Modifying("first", role: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"), Initiative("baseline", "first"));
        var environment = Environment(Assignment() with { Identity = new(null, "westeurope"), Parameters = Json("""{"firstEffect":"Modify"}""") });

        Assert.Equal(["PLB4049"], Plan(environment, documents).Refusals.Select(refusal => refusal.Code));
        Assert.Empty(Plan(environment with { Guards = new(10, [], ["Owner"]) }, documents).Refusals);
    }

    [Fact]
    public void Environment_without_assignments_does_not_delete_what_is_deployed()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var nothing = Environment() with { Assignments = [] };

        Assert.Equal(["PLB4051"], Plan(nothing, Documents(), live).Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(4, Planned(nothing, Documents(), live, new PlanChoices([], Destroy: true)).Operations.Length);
    }

    [Fact]
    public void Definition_that_another_team_uses_is_not_deleted()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var foreign = ArmObject.From(ArmObjectKind.PolicyAssignment, Json($$$"""{"id":"{{{Subscription}}}/providers/Microsoft.Authorization/policyAssignments/theirs","properties":{"policyDefinitionId":"{{{Subscription}}}/providers/Microsoft.Authorization/policyDefinitions/SECOND"}}"""));
        var with = new LiveState([.. live.Objects, Assert.IsType<ArmObject>(foreign)], [], "arm");

        Assert.Equal(["PLB4046"], Plan(Environment(), Smaller, with).Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("""{"plumblineOwner":"ffffffff-0000-0000-0000-000000000000","plumblineEnv":"production"}""", "PLB4044")]
    [InlineData("""{"plumblineOwner":"0d1c2b3a-4f5e-4d6c-8b7a-99aabbccddee","plumblineEnv":"test"}""", "PLB4044")]
    [InlineData("""{"pacOwnerId":"ffffffff-0000-0000-0000-000000000000"}""", "PLB4044")]
    [InlineData("""{"createdBy":"somebody"}""", "PLB4045")]
    public void Object_of_somebody_else_in_the_way_is_an_error(string metadata, string code)
    {
        var live = new LiveState([InTheWay(metadata)], [], "arm");

        Assert.Equal([code], Plan(Environment(), Documents(), live).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Object_without_a_mark_is_adopted_when_that_is_asked_for_and_a_marked_one_never()
    {
        var adopt = new PlanChoices(["first"], Destroy: false);

        var plan = Planned(Environment(), Documents(), new LiveState([InTheWay("{}")], [], "arm"), adopt);

        Assert.Equal("1 Adopt PolicyDefinition first", Lines(plan)[0]);
        Assert.Empty(Planned(Environment(), Documents(), After(new LiveState([InTheWay("{}")], [], "arm"), plan)).Operations);
        Assert.Equal(["PLB4044"], Plan(Environment(), Documents(), new LiveState([InTheWay("""{"pacOwnerId":"x"}""")], [], "arm"), adopt).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Objects_of_others_beside_ours_are_listed_and_left_alone()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var other = new LiveState([.. live.Objects, InTheWay("""{"pacOwnerId":"x"}""", "theirs")], [], "arm");

        var plan = Planned(Environment(), Documents(), other);

        Assert.Empty(plan.Operations);
        Assert.Equal([$"{Subscription}/providers/Microsoft.Authorization/policyDefinitions/theirs epac:x"], plan.Foreign.Select(foreign => $"{foreign.Id} {foreign.Owner}"));
    }

    [Fact]
    public void More_objects_at_a_scope_than_Azure_takes_are_an_error_before_anything_is_sent()
    {
        var live = new LiveState([.. Enumerable.Range(0, 499).Select(i => InTheWay("{}", $"other-{i}"))], [], "arm");

        Assert.Equal(["PLB4024"], Plan(Environment(), Documents(), live).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static ArmObject InTheWay(string metadata, string name = "first") => Assert.IsType<ArmObject>(ArmObject.From(
        ArmObjectKind.PolicyDefinition,
        Json($$$"""{"id":"{{{Subscription}}}/providers/Microsoft.Authorization/policyDefinitions/{{{name}}}","properties":{"displayName":"Older","parameters":{},"metadata":{{{metadata}}} }}""")));
}
