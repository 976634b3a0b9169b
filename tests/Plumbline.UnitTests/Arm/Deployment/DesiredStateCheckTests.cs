using Newtonsoft.Json.Linq;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class DesiredStateCheckTests
{
    private static readonly SourceLocation InitiativeFile = new("documents/aca.json", Path: "$");

    private static Diagnostic[] Check(DesiredState desired, DeploymentTarget? target = null) =>
        [.. DesiredStateCheck.Check(desired, target ?? TestTarget.Target(), TestTarget.At)];

    private static SourceLocation File(string name) => new($"documents/{name}.json", Path: "$");

    [Fact]
    public void Deployable_documents_have_no_problem() => Assert.Empty(Check(Documents.Desired()));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a?")]
    [InlineData("a ")]
    [InlineData("a\tb")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void Name_that_arm_refuses_is_an_error(string name)
    {
        var desired = new DesiredState([Documents.Definition("a") with { Name = name }], Documents.Initiative());

        Assert.Equal([DiagnosticCatalog.ArmNameInvalid(File("a"), "definition", name, 64)], Check(desired));
    }

    [Fact]
    public void Assignment_name_at_a_management_group_has_24_characters_at_most()
    {
        var target = TestTarget.Target("/providers/Microsoft.Management/managementGroups/m");
        target = target with { Assignment = target.Assignment with { Name = "a234567890123456789012345" } };

        Assert.Equal([DiagnosticCatalog.ArmNameInvalid(TestTarget.At, "assignment", "a234567890123456789012345", 24)], Check(Documents.Desired(), target));
    }

    [Fact]
    public void Names_that_differ_by_case_only_are_the_same()
    {
        var desired = Documents.Desired() with { Definitions = [Documents.Definition("a"), Documents.Definition("b"), Documents.Definition("A")] };

        Assert.Equal([DiagnosticCatalog.ArmNameRepeated(File("A"), "A", "documents/a.json")], Check(desired));
    }

    [Fact]
    public void Member_that_is_not_deployed_is_an_error_with_the_nearest_name()
    {
        var desired = new DesiredState([Documents.Definition("registry")], Documents.Initiative("registri"));

        Assert.Equal([DiagnosticCatalog.InitiativeMemberMissing(InitiativeFile, "aca", "registri", "registry")], Check(desired));
    }

    [Fact]
    public void Definition_with_more_parameters_than_arm_takes_is_an_error()
    {
        var definition = Documents.Definition("a");
        definition.Body["properties"]?["parameters"]?.Replace(new JObject(Enumerable.Range(0, 21).Select(i => new JProperty($"p{i}", new JObject { ["type"] = "String", ["defaultValue"] = "" }))));

        Assert.Equal([DiagnosticCatalog.ArmLimitExceeded(File("a"), "a", "parameters", 21, 20)], Check(new([definition], Documents.Initiative("a"))));
    }

    [Fact]
    public void Document_larger_than_a_request_is_an_error()
    {
        var definition = Documents.Definition("a", new string('x', 1_048_576));
        var bytes = definition.Body.ToString(Newtonsoft.Json.Formatting.None).Length;

        Assert.Equal([DiagnosticCatalog.ArmLimitExceeded(File("a"), "a", "bytes of JSON", bytes, 1_048_576)], Check(new([definition], Documents.Initiative("a"))));
    }

    [Fact]
    public void Assignment_parameters_are_checked_against_the_initiative()
    {
        var initiative = Documents.Initiative();
        if (initiative.Body["properties"]?["parameters"] is JObject declared) declared["needed"] = new JObject { ["type"] = "String" };

        Diagnostic[] expected =
        [
            DiagnosticCatalog.AssignmentParameterUnknown(TestTarget.At, "bEfect", "aca", "bEffect"),
            DiagnosticCatalog.AssignmentParameterMissing(TestTarget.At, "needed", "aca"),
        ];
        Assert.Equal(expected, Check(new([], initiative), TestTarget.Target(parameters: """{"bEfect":"Audit"}""")));
    }

    [Fact]
    public void Assignment_parameters_compare_without_regard_to_case() =>
        Assert.Empty(Check(Documents.Desired(), TestTarget.Target(parameters: """{"BEFFECT":"Audit"}""")));

    [Fact]
    public void Unknown_enforcement_mode_is_an_error()
    {
        var target = TestTarget.Target();
        target = target with { Assignment = target.Assignment with { EnforcementMode = "DoNotEnforced" } };

        Assert.Equal([DiagnosticCatalog.EnforcementModeUnknown(TestTarget.At, "DoNotEnforced", "DoNotEnforce")], Check(Documents.Desired(), target));
    }
}
