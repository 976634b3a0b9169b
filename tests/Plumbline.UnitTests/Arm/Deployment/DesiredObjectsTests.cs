using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class DesiredObjectsTests
{
    private static DesiredObject[] At(string scope, AssignmentSettings assignment) =>
        [.. DesiredObjects.At(TargetScope.Parse(scope) ?? throw new InvalidOperationException(), Documents.Desired(), assignment)];

    [Fact]
    public void Objects_come_in_the_order_of_their_dependencies()
    {
        string[] expected =
        [
            $"{TestTarget.Authorization}/policyDefinitions/a",
            $"{TestTarget.Authorization}/policyDefinitions/b",
            $"{TestTarget.Authorization}/policySetDefinitions/aca",
            TestTarget.AssignmentId,
        ];
        Assert.Equal(expected, DeployedArm.Wanted.Select(one => one.Id));
    }

    [Fact]
    public void Initiative_refers_to_the_definitions_of_the_target_scope()
    {
        var body = DeployedArm.Wanted[2].Body;

        string[] expected = [$"{TestTarget.Authorization}/policyDefinitions/a", $"{TestTarget.Authorization}/policyDefinitions/b", Documents.BuiltIn];
        Assert.Equal(expected, body.SelectTokens("properties.policyDefinitions[*].policyDefinitionId").Select(id => id.Value<string>()));
    }

    [Fact]
    public void Definition_is_sent_as_generated_with_the_mark()
    {
        var generated = Documents.Definition("a");
        var expected = new JObject { ["properties"] = generated.Body["properties"]?.DeepClone() };
        if (expected["properties"]?["metadata"] is JObject metadata) metadata["plumblineInitiative"] = "aca";

        Assert.Equal(expected.ToString(Formatting.None), DeployedArm.Wanted[0].Body.ToString(Formatting.None));
    }

    [Fact]
    public void Generated_documents_stay_as_they_are()
    {
        var desired = Documents.Desired();

        DesiredObjects.At(TargetScope.Parse(TestTarget.Subscription) ?? throw new InvalidOperationException(), desired, TestTarget.Target().Assignment);

        Assert.Equal(Documents.Desired().Initiative.Body.ToString(), desired.Initiative.Body.ToString());
        Assert.Equal(Documents.Desired().Definitions[0].Body.ToString(), desired.Definitions[0].Body.ToString());
    }

    [Fact]
    public void Assignment_at_a_resource_group_assigns_the_initiative_of_the_subscription()
    {
        var assignment = At($"{TestTarget.Subscription}/resourceGroups/g", new("x", "X", "DoNotEnforce", JObject.Parse("""{"bEffect":"Audit"}""")))[3];

        Assert.Equal($"{TestTarget.Subscription}/resourceGroups/g/providers/Microsoft.Authorization/policyAssignments/x", assignment.Id);
        Assert.Equal(
            $$$$"""{"properties":{"displayName":"X","policyDefinitionId":"{{{{TestTarget.Authorization}}}}/policySetDefinitions/aca","enforcementMode":"DoNotEnforce","parameters":{"bEffect":{"value":"Audit"}},"metadata":{"plumblineInitiative":"aca"}}}""",
            assignment.Body.ToString(Formatting.None));
    }

    [Fact]
    public void Definition_that_is_not_referred_to_can_be_left_out()
    {
        var desired = Documents.Desired() with { Definitions = [Documents.Definition("A"), Documents.Definition("b"), Documents.Definition("unused")] };

        Assert.Equal(["A", "b"], desired.OnlyReferenced().Definitions.Select(one => one.Name));
    }
}
