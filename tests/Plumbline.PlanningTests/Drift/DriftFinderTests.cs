using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Drift;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;
using Plumbline.Reporting.Findings;

namespace Plumbline.PlanningTests.Drift;

/// <summary>How an endpoint differs from what is declared, and who moved.</summary>
public sealed class DriftFinderTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LiveState Deployed = Estate.After(LiveState.Empty, Estate.Planned(Estate.Environment(), Estate.Documents()));

    [Fact]
    public void Deployed_environment_has_no_drift() => Assert.Empty(Find(Deployed));

    [Fact]
    public void Object_that_was_deleted_is_missing() =>
        Assert.Equal(["Missing first: it is declared and does not exist (definitions/first.json)"], Find(Without("first")));

    [Fact]
    public void Object_that_was_changed_says_by_whom_and_when()
    {
        var edited = Edit("second", properties => WritableBody.With(WritableBody.With(properties, "mode", new TextValue("All")), "metadata", WritableBody.With((ObjectValue)properties["metadata"], "updatedBy", new TextValue("somebody"))));

        var finding = Assert.Single(Findings(edited));

        Assert.Equal((DriftClass.Edited, "somebody", null), (finding.Class, finding.UpdatedBy, finding.UpdatedOn));
        Assert.Equal("it was changed outside of this deployment by somebody: mode", finding.Message);
    }

    [Fact]
    public void Object_that_nobody_touched_differs_because_the_documents_changed()
    {
        var documents = Estate.Documents(Estate.Definition("first", type: "Microsoft.App/jobs", version: "1.1.0"), Estate.Definition("second"), Estate.Initiative("baseline", "first", "second"));

        var finding = Assert.Single(DriftFinder.Find(Estate.Planned(Estate.Environment(), documents, Deployed), Deployed, Now));

        Assert.Equal(DriftClass.DocumentsChanged, finding.Class);
    }

    [Fact]
    public void Object_that_is_not_declared_any_more_is_told()
    {
        var environment = new DeploymentEnvironment("production", "AzureCloud", null, Estate.Subscription, Estate.OwnerId, Estate.At);
        var live = Deployed;

        var findings = DriftFinder.Find(Estate.Planned(environment, Estate.Documents(), live, new Plumbline.Planning.Operations.PlanChoices([], Destroy: true)), live, Now);

        Assert.Equal(live.Objects.Length, findings.Length);
        Assert.All(findings, finding => Assert.Equal((DriftClass.OwnedButUndeclared, null), (finding.Class, finding.Source)));
    }

    [Fact]
    public void Exemption_of_ours_that_has_ended_is_told_by_its_own_class()
    {
        var id = $"{Estate.Subscription}/providers/Microsoft.Authorization/policyExemptions/e";
        var exemption = new ArmObject(ArmObjectKind.PolicyExemption, id, Estate.Json($$"""
            {"id":"{{id}}","name":"e","properties":{"policyAssignmentId":"{{Estate.Subscription}}/providers/Microsoft.Authorization/policyAssignments/baseline","exemptionCategory":"Waiver","expiresOn":"2026-05-01T00:00:00Z","metadata":{"plumblineOwner":"{{Estate.OwnerId}}","plumblineEnv":"production"} } }
            """));
        var live = new LiveState([.. Deployed.Objects, exemption], [], "arm");

        Assert.Equal(["ExpiredExemption e: it ended on 2026-05-01 00:00 UTC: nothing is exempt by it ()"], Find(live));
        var finding = Assert.Single(DriftFinder.Find(Estate.Planned(Estate.Environment(), Estate.Documents()) with { Operations = [] }, live, Now));
        Assert.Equal(DriftClass.ExpiredExemption, finding.Class);
    }

    [Fact]
    public void Formats_hold_class_object_file_and_line()
    {
        var plan = Estate.Planned(Estate.Environment(), Estate.Documents(), Without("first"));
        var findings = DriftFinder.Find(plan, Without("first"), Now).Add(new DriftFinding(DriftClass.MissingRole, "/r", "m", "plumbline.yaml:12"));

        using var json = new MemoryStream();
        DriftJson.Write(plan, findings, json);
        using var document = JsonDocument.Parse(json.ToArray());
        using var sarif = new MemoryStream();
        SarifWriter.Write(DriftReports.Findings(findings, "plumbline.yaml"), sarif);
        var text = Encoding.UTF8.GetString(sarif.ToArray());

        Assert.Equal(["missing", "missingRole"], document.RootElement.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("class").GetString()));
        Assert.Contains("\"uri\": \"plumbline.yaml\"", text, StringComparison.Ordinal);
        Assert.Contains("\"startLine\": 12,", text, StringComparison.Ordinal);
        Assert.Equal([JUnitOutcome.Passed, JUnitOutcome.Failed, JUnitOutcome.Failed], DriftReports.JUnit(plan, findings).SelectMany(suite => suite.Cases).Select(one => one.Outcome));
        Assert.Equal("Drift of environment production: 2 findings; 3 objects as declared", DriftText.Lines(plan, findings)[0].Text);
    }

    private static string[] Find(LiveState live) => [.. Findings(live).Select(finding => $"{finding.Class} {finding.ObjectId[(finding.ObjectId.LastIndexOf('/') + 1)..]}: {finding.Message} ({finding.Source})")];

    private static ImmutableArray<DriftFinding> Findings(LiveState live) => DriftFinder.Find(Estate.Planned(Estate.Environment(), Estate.Documents(), live), live, Now);

    private static LiveState Without(string name) => new([.. Deployed.Objects.Where(one => one.Name != name)], [], "arm");

    private static LiveState Edit(string name, Func<ObjectValue, ObjectValue> edit) =>
        new([.. Deployed.Objects.Select(one => one.Name == name ? one with { Document = WritableBody.With(one.Document, "properties", edit(one.Properties)) } : one)], [], "arm");
}
