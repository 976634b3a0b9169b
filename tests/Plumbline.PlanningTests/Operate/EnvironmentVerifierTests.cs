using Plumbline.Arm.Operations;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using Plumbline.PlanningTests.Operations;
using static Plumbline.PlanningTests.Operate.OperateWorld;

namespace Plumbline.PlanningTests.Operate;

public sealed class EnvironmentVerifierTests
{
    private static readonly VerificationRequest Request = new(TimeSpan.FromSeconds(20), Evaluates: true, Inventory: null);

    [Fact]
    public async Task States_that_are_as_expected_are_equal()
    {
        await using var world = await AuditedAsync();

        var (report, diagnostics) = await VerifyAsync(world, Request);

        Assert.Empty(diagnostics);
        Assert.Equal((2, 0), (report.Equal, report.Findings.Length));
    }

    [Fact]
    public async Task Other_state_is_a_difference_with_the_condition_that_decides()
    {
        await using var world = await AuditedAsync();
        world.Tamper = OfStates(text => text.Replace("NonCompliant", "Compliant", StringComparison.Ordinal));

        var (report, _) = await VerifyAsync(world, Request);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((VerificationKind.Different, Accounts + "/north", 1), (finding.Kind, finding.ResourceId, report.Equal));
        Assert.Equal("the engine says NonCompliant, Azure says Compliant, because location is \"northeurope\"; expected: equals \"westeurope\"", finding.Text);
        Assert.True(report.HasDifferences);
    }

    [Fact]
    public async Task Resource_without_state_is_only_here()
    {
        await using var world = await AuditedAsync();
        world.Tamper = OfStates(text => text.Replace(Accounts + "/north", Accounts + "/gone", StringComparison.Ordinal));

        var (report, diagnostics) = await VerifyAsync(world, Request);

        Assert.Equal([(VerificationKind.Incomplete, Accounts + "/gone"), (VerificationKind.OnlyHere, Accounts + "/north")], report.Findings.Select(finding => (finding.Kind, finding.ResourceId)));
        Assert.Equal(["PLB4115"], diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task State_of_a_resource_that_the_policy_does_not_reach_is_only_in_azure()
    {
        await using var world = await AuditedAsync();
        await world.PutAsync(Group + "/providers/Microsoft.Network/virtualNetworks/net", "2023-09-01", """{"location":"westeurope","properties":{}}""");
        world.Tamper = OfStates(text => text.Replace(Accounts + "/north", Group + "/providers/Microsoft.Network/virtualNetworks/net", StringComparison.Ordinal));

        var (report, _) = await VerifyAsync(world, Request);

        Assert.Equal([VerificationKind.OnlyHere, VerificationKind.OnlyInAzure], report.Findings.Select(finding => finding.Kind).Order().Reverse());
        Assert.Equal("the rule does not apply to a resource of this type, kind and name", report.Findings.First(finding => finding.Kind == VerificationKind.OnlyInAzure).Because);
    }

    [Fact]
    public async Task States_from_before_the_evaluation_are_not_compared()
    {
        await using var world = await AuditedAsync();
        world.Tamper = OfStates(text => text.Replace("2026-03-04T05:06:07", "2026-03-04T05:06:06", StringComparison.Ordinal));

        var (report, diagnostics) = await VerifyAsync(world, Request with { Limit = TimeSpan.FromSeconds(2) });

        Assert.Equal((0, 2, false), (report.Equal, report.Count(VerificationKind.Incomplete), report.IsComplete));
        Assert.Equal(["PLB4114"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public async Task States_are_read_again_until_they_are_current()
    {
        await using var world = await AuditedAsync();
        var reads = 0;
        world.Tamper = OfStates(text => ++reads <= 2 ? text.Replace("2026-03-04T05:06:07", "2026-03-04T05:06:06", StringComparison.Ordinal) : text);

        var (report, diagnostics) = await VerifyAsync(world, Request);

        Assert.Empty(diagnostics);
        Assert.Equal((2, 3), (report.Equal, reads));
    }

    [Fact]
    public async Task Without_an_evaluation_old_states_count()
    {
        await using var world = await AuditedAsync();
        await VerifyAsync(world, Request);
        world.Sent.Clear();
        world.Time.Move(TimeSpan.FromHours(5));

        var (report, _) = await VerifyAsync(world, Request with { Evaluates = false });

        Assert.Equal(2, report.Equal);
        Assert.DoesNotContain(world.Sent, request => request.Contains("triggerEvaluation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resources_are_read_one_by_one_where_resource_graph_does_not_answer()
    {
        await using var world = await AuditedAsync();
        world.Tamper = (path, text) => path.Contains("Microsoft.ResourceGraph", StringComparison.Ordinal) ? "refused" : text;

        var (report, diagnostics) = await VerifyAsync(world, Request);

        Assert.Equal((2, 0), (report.Equal, report.Findings.Length));
        Assert.Equal([("PLB4118", DiagnosticSeverity.Information)], diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)));
    }

    [Fact]
    public async Task Inventory_takes_the_place_of_reading()
    {
        await using var world = await AuditedAsync();
        var inventory = Estate.Json($$"""{"id":"{{Accounts}}/north","type":"Microsoft.Storage/storageAccounts","name":"north","location":"westeurope"}""");

        var (report, _) = await VerifyAsync(world, Request with { Inventory = [inventory] });

        Assert.Equal([(VerificationKind.Different, "north", "Compliant", "NonCompliant")], report.Findings.Select(finding => (finding.Kind, finding.ResourceId.Split('/')[^1], finding.Expected, finding.Actual)));
        Assert.DoesNotContain(world.Sent, request => request.Contains("ResourceGraph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exempt_resource_is_expected_to_be_exempt()
    {
        await using var world = await AuditedAsync();
        await world.PutAsync(
            Accounts + "/north/providers/Microsoft.Authorization/policyExemptions/e", "2022-07-01-preview",
            $$$"""{"properties":{"policyAssignmentId":"{{{Policies}}}/policyAssignments/west","exemptionCategory":"Waiver"}}""");
        world.Tamper = OfStates(text => text.Replace("Exempt", "NonCompliant", StringComparison.Ordinal));

        var (report, _) = await VerifyAsync(world, Request);

        Assert.Equal($"the engine says Exempt, Azure says NonCompliant, because the exemption '{Accounts}/north/providers/Microsoft.Authorization/policyExemptions/e' covers the resource", Assert.Single(report.Findings).Text);
    }

    [Theory]
    [InlineData(false, 2, 0)]
    [InlineData(true, 0, 2)]
    public async Task Related_resources_are_read_and_what_cannot_be_read_is_not_compared(bool isRefused, int equal, int incomplete)
    {
        await using var world = await WithAccountsAsync("a", "b");
        await world.PutAsync(Accounts + "/a/blobServices/default", "2023-01-01", """{"properties":{}}""");
        await world.DefineAsync("related", """{"effect":"auditIfNotExists","details":{"type":"Microsoft.Storage/storageAccounts/blobServices"}}""", """{"field":"location","exists":true}""");
        await world.AssignAsync("related", Policies + "/policyDefinitions/related");
        world.Tamper = (path, text) => isRefused && path.Contains("/blobservices?", StringComparison.OrdinalIgnoreCase) ? "refused" : text;

        var (report, _) = await VerifyAsync(world, Request, "related");

        Assert.Equal((equal, incomplete), (report.Equal, report.Count(VerificationKind.Incomplete)));
        Assert.False(report.HasDifferences);
    }

    [Fact]
    public async Task Manual_policies_are_not_compared()
    {
        await using var world = await WithAccountsAsync("a");
        await world.DefineAsync("manual", """{"effect":"manual","details":{"defaultState":"Unknown"}}""", """{"field":"location","exists":true}""");
        await world.AssignAsync("manual", Policies + "/policyDefinitions/manual");

        var (report, _) = await VerifyAsync(world, Request, "manual");

        Assert.Equal([VerificationKind.NotComparable], report.Findings.Select(finding => finding.Kind));
        Assert.Equal("? manual: 1 not compared: the policy is manual: somebody attests", VerificationText.Of(report).First());
    }

    // Storage accounts have to be in West Europe: one is, one is not.
    private static async Task<OperateWorld> AuditedAsync()
    {
        var world = await WithAccountsAsync("west");
        await world.AddAccountAsync("north", "northeurope");
        await world.DefineAsync("west", """{"effect":"audit"}""", """{"field":"location","notEquals":"westeurope"}""");
        await world.AssignAsync("west", Policies + "/policyDefinitions/west");
        return world;
    }

    private static Func<string, string, string> OfStates(Func<string, string> change) => (path, text) => path.Contains("/queryResults", StringComparison.Ordinal) ? change(text) : text;

    private static async Task<(VerificationReport Report, Diagnostic[] Diagnostics)> VerifyAsync(OperateWorld world, VerificationRequest request, string assignment = "west")
    {
        var outcome = await new EnvironmentVerifier(world.Connection).RunAsync(OperateWorld.Environment(assignment), request, null, CancellationToken.None);
        return (Assert.IsType<VerificationReport>(outcome.Value), [.. outcome.Diagnostics]);
    }
}
