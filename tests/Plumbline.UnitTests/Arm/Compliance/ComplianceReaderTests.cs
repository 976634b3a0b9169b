using Plumbline.Arm;
using Plumbline.Arm.Compliance;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting;

namespace Plumbline.UnitTests.Arm.Compliance;

public sealed class ComplianceReaderTests
{
    private const string External = """
        {"evaluatedExpressions":[{"result":"True","expressionKind":"Field","expression":"x","path":"properties.x","expressionValue":1,"targetValue":1,"operator":"Equals"}]}
        """;

    private static readonly DateTimeOffset Evaluated = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    private static readonly ComplianceReason Reason = new("properties.x", "Equals", "1", "not 1", "'properties.x' is 1, must not be 1");

    private static Task<ArmOutcome<ComplianceReading>> ReadAsync(ScriptedArm arm) =>
        new ComplianceReader(TestTarget.Connect(arm), TestTarget.AssignmentId).ReadAsync(TestTarget.At, CancellationToken.None);

    private static string Told(ComplianceRow row) => $"{row.ResourceId[(row.ResourceId.LastIndexOf('/') + 1)..]} {row.ReferenceId} {row.Effect} {row.State} {row.Reasons.Length}";

    private static ScriptedArm Arm(string page, string summary) =>
        new ScriptedArm().Answer(PolicyStates.Query, 200, page).Answer(PolicyStates.Summarize, 200, summary);

    [Fact]
    public async Task State_becomes_a_row_with_its_reasons()
    {
        var arm = Arm(PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "ingress", "NonCompliant")), PolicyStates.Summary(("ingress", "noncompliant", 1)))
            .Answer(PolicyStates.DetailsOf(PolicyStates.App), 200, PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "ingress", "NonCompliant", details: External)));

        var outcome = await ReadAsync(arm);

        var row = Assert.Single(outcome.Value?.Rows ?? []);
        Assert.Equal(
            new ComplianceRow(PolicyStates.App, "Microsoft.App/containerApps", "ingress", PolicyStates.DefinitionId("ingress"), "Audit", "NonCompliant", Evaluated, row.Reasons),
            row);
        Assert.Equal([Reason], row.Reasons.AsEnumerable());
        Assert.Equal((1, 1), (outcome.Value?.StatesRead, outcome.Value?.StatesExpected));
        Assert.Equal([new StateCount("NonCompliant", 1)], outcome.Value?.Summary.Resources.AsEnumerable());
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal([PolicyStates.Query, PolicyStates.Summarize, PolicyStates.DetailsOf(PolicyStates.App)], arm.Calls);
    }

    [Fact]
    public async Task All_pages_are_read_by_post_and_sorted()
    {
        var arm = Arm(
            PolicyStates.Page("https://localhost:8443/more?$skiptoken=2&api-version=2024-10-01", PolicyStates.State(PolicyStates.Job, "b", "Compliant"), PolicyStates.State(PolicyStates.App, "b", "Exempt")),
            PolicyStates.Summary(("a", "compliant", 1), ("b", "compliant", 1), ("b", "exempt", 1)))
            .Answer("POST /more?$skiptoken=2", 200, PolicyStates.Page("https://localhost:8443/last?api-version=2024-10-01"))
            .Answer("POST /last", 200, PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "Compliant", "deployIfNotExists")));

        var outcome = await ReadAsync(arm);

        Assert.Equal(["Web a DeployIfNotExists Compliant 0", "Web b Audit Exempt 0", "Nightly b Audit Compliant 0"], outcome.Value?.Rows.Select(Told));
        Assert.Equal((3, 3), (outcome.Value?.StatesRead, outcome.Value?.StatesExpected));
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public async Task Page_that_fails_fails_the_reading()
    {
        var arm = Arm(PolicyStates.Page("https://localhost:8443/more", PolicyStates.State(PolicyStates.App, "a", "Compliant")), "{}")
            .Answer("POST /more", 403, """{"error":{"code":"AuthorizationFailed","message":"No."}}""");

        var outcome = await ReadAsync(arm);

        var failure = new ArmFailure(ArmFailureKind.NotAuthorized, "POST", "/more", 403, "AuthorizationFailed", "No.", null, []);
        Assert.Null(outcome.Value);
        Assert.Equal(failure, outcome.Failure);
        Assert.Equal([failure.ToDiagnostic(TestTarget.At)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Ids_in_another_case_are_the_same_resource_policy_and_assignment()
    {
        var lower = PolicyStates.App.ToLowerInvariant();
        var arm = Arm(
            PolicyStates.Page(null, PolicyStates.State(lower, "A", "NonCompliant", assignment: TestTarget.AssignmentId.ToLowerInvariant()), PolicyStates.State(PolicyStates.App, "b", "NonCompliant")),
            PolicyStates.Summary(("a", "NonCompliant", 1), ("B", "noncompliant", 1)))
            .Answer(PolicyStates.DetailsOf(lower), 200, PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "NonCompliant", details: External), PolicyStates.State(lower, "B", "NonCompliant", details: External)));

        var outcome = await ReadAsync(arm);

        Assert.Equal(["Web A Audit NonCompliant 1", "Web b Audit NonCompliant 1"], outcome.Value?.Rows.Select(Told));
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(3, arm.Calls.Count);
    }

    [Fact]
    public async Task State_of_another_assignment_is_left_out()
    {
        var arm = Arm(
            PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "Compliant", assignment: TestTarget.AssignmentId + "2"), PolicyStates.State(PolicyStates.App, "b", "Compliant")),
            PolicyStates.Summary(("b", "compliant", 1)));

        Assert.Equal(["Web b Audit Compliant 0"], (await ReadAsync(arm)).Value?.Rows.Select(Told));
    }

    [Fact]
    public async Task States_that_do_not_add_up_are_a_warning()
    {
        var arm = Arm(
            PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "Compliant"), PolicyStates.State(PolicyStates.App, "b", "Compliant")),
            PolicyStates.Summary(("a", "compliant", 3), ("b", "compliant", 1), ("b", "noncompliant", 1)));

        var outcome = await ReadAsync(arm);

        Assert.Equal((2, 5), (outcome.Value?.StatesRead, outcome.Value?.StatesExpected));
        Assert.Equal([DiagnosticCatalog.StatesDoNotAddUp(TestTarget.At, "'Compliant' states of 'a' (and 1 more counts differ)", 1, 3)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Unknown_state_is_kept_and_told()
    {
        var arm = Arm(
            PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "Paused"), PolicyStates.State(PolicyStates.App, "b", "conflicting"), PolicyStates.State(PolicyStates.App, "c", "unknown", "manual")),
            PolicyStates.Summary());

        var outcome = await ReadAsync(arm);

        Assert.Equal(["Web a Audit other:Paused 0", "Web b Audit Conflict 0", "Web c Manual Unknown 0"], outcome.Value?.Rows.Select(Told));
        Assert.Equal([DiagnosticCatalog.UnknownComplianceState(TestTarget.At, "Paused", 1)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Assignment_without_states_is_a_warning()
    {
        var outcome = await ReadAsync(Arm(PolicyStates.Page(null), """{"value":[]}"""));

        Assert.Empty(outcome.Value?.Rows ?? [new("", "", "", "", "", "", null, [])]);
        Assert.Equal([DiagnosticCatalog.NoPolicyStates(TestTarget.At, TestTarget.AssignmentId)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Row_whose_reasons_cannot_be_read_stays_with_a_warning()
    {
        var arm = Arm(
            PolicyStates.Page(null, PolicyStates.State(PolicyStates.App, "a", "NonCompliant"), PolicyStates.State(PolicyStates.Job, "a", "NonCompliant")),
            PolicyStates.Summary(("a", "noncompliant", 2)))
            .Answer(PolicyStates.DetailsOf(PolicyStates.App), 404, """{"error":{"code":"ResourceNotFound","message":"Gone."}}""")
            .Answer(PolicyStates.DetailsOf(PolicyStates.Job), 200, PolicyStates.Page(null, PolicyStates.State(PolicyStates.Job, "a", "NonCompliant", details: External)));

        var outcome = await ReadAsync(arm);

        Assert.Equal(["Web a Audit NonCompliant 0", "Nightly a Audit NonCompliant 1"], outcome.Value?.Rows.Select(Told));
        Assert.Equal([DiagnosticCatalog.ReasonsNotRead(TestTarget.At, PolicyStates.App, "Gone.")], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Record_without_resource_is_unexpected()
    {
        var outcome = await ReadAsync(Arm("""{"value":[{"policyAssignmentId":"x"}]}""", "{}"));

        Assert.Equal(
            new ArmFailure(ArmFailureKind.UnexpectedAnswer, "POST", TestTarget.Subscription, 200, null, "a policy state names no resource or no definition", null, []),
            outcome.Failure);
    }
}
