using System.Collections.Immutable;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class PlanTextTests
{
    private static PlannedChange Change(ArmObjectKind kind, string name, ChangeAction action, params ImmutableArray<PropertyDifference> differences) =>
        new(kind, name, $"/x/{name}", action, differences, null, "f");

    [Fact]
    public void Plan_reads_as_a_line_for_each_object_and_difference()
    {
        var plan = new DeploymentPlan(
            "/subscriptions/s",
            [
                Change(ArmObjectKind.PolicyDefinition, "new", ChangeAction.Create),
                Change(
                    ArmObjectKind.PolicyDefinition,
                    "changed",
                    ChangeAction.Update,
                    new PropertyDifference("properties.mode", new TextValue("All"), new TextValue("Indexed")),
                    new PropertyDifference("properties.metadata.preview", new BooleanValue(true), UndefinedValue.Instance),
                    new PropertyDifference("properties.description", UndefinedValue.Instance, new TextValue(new string('x', 120)))),
                Change(ArmObjectKind.PolicySetDefinition, "aca", ChangeAction.NoChange),
                Change(ArmObjectKind.PolicyAssignment, "kept", ChangeAction.Orphan),
                Change(ArmObjectKind.PolicyDefinition, "old", ChangeAction.Delete),
            ]);

        string[] expected =
        [
            "+ policyDefinitions/new",
            "~ policyDefinitions/changed",
            "    ~ properties.mode: \"All\" -> \"Indexed\"",
            "    - properties.metadata.preview: true",
            $"    + properties.description: \"{new string('x', 96)}...",
            "= policySetDefinitions/aca",
            "? policyAssignments/kept (not wanted any more, kept)",
            "- policyDefinitions/old",
            "1 to create, 1 to update, 1 unchanged, 1 to delete, 1 not wanted any more.",
        ];
        Assert.Equal(expected, PlanText.Lines(plan).Select(line => line.ToString()));
    }

    [Fact]
    public void Plan_without_changes_says_so() =>
        Assert.Equal(
            ["= policyDefinitions/a", "0 to create, 0 to update, 1 unchanged."],
            PlanText.Lines(new("/s", [Change(ArmObjectKind.PolicyDefinition, "a", ChangeAction.NoChange)])).Select(line => line.ToString()));
}
