using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.PlanningTests.Arm.Applying;

/// <summary>Refusals that the emulator does not give: answered in its place.</summary>
public sealed class ConsistencyTests
{
    private const string Set = TestEstate.Authorization + "/policySetDefinitions/baseline";
    private const string NotFound = "The policy set definition 'baseline' request is invalid. The following policy definition could not be found: '" + TestEstate.Authorization + "/policyDefinitions/first'.";
    private const string OutOfScope = "The policy definition 'first' is out of scope; it can take up to 30 minutes.";

    private static HttpResponseMessage DefinitionNotFound() => ErrorAnswer.Of(404, "PolicyDefinitionNotFound", NotFound);

    private static async Task<(ApplyResult Result, MemoryJournal Journal, TimeSpan Took)> ApplyAsync(TestEstate estate, DeploymentPlan plan, Action<RequestWatch> watcher)
    {
        estate.Watched(watcher);
        var (journal, before) = (new MemoryJournal(), estate.Time.GetUtcNow());
        var result = await estate.ApplyAsync(plan, journal);
        return (result, journal, estate.Time.GetUtcNow() - before);
    }

    [Fact]
    public async Task Definition_that_this_run_created_is_waited_for()
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, journal, took) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(3, $"PUT {Set}", DefinitionNotFound));

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        Assert.Equal(3, journal.Events.Count(item => item is { Kind: JournalEventKind.Retried, Code: "PolicyDefinitionNotFound" }));
        Assert.True(took >= TimeSpan.FromSeconds(2 + 4 + 8));
    }

    [Fact]
    public async Task Definition_that_this_run_did_not_create_is_not_waited_for()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.RenameAsync(Set, "Other");

        var (result, journal, _) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(99, $"PUT {Set}", DefinitionNotFound));

        Assert.Equal(ApplyFailureKind.NotFound, Assert.Single(result.Failed).Failure.Kind);
        Assert.DoesNotContain(JournalEventKind.Retried, journal.Events.Select(item => item.Kind));
    }

    [Theory]
    [InlineData(404, "PolicyDefinitionNotFound", NotFound, "5 minutes")]
    [InlineData(400, "InvalidCreatePolicySetDefinitionRequest", OutOfScope, "30 minutes")]
    public async Task Visibility_is_waited_for_no_longer_than_its_budget(int status, string code, string message, string waited)
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, _, _) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(9999, $"PUT {Set}", () => ErrorAnswer.Of(status, code, message)));

        var failed = Assert.Single(result.Failed);
        Assert.Equal((ApplyFailureKind.NotVisible, status, code), (failed.Failure.Kind, failed.Failure.Status, failed.Failure.Code));
        Assert.Contains(waited, failed.Failure.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("PLB4066", failed.Failure.Diagnostic.Code);
        Assert.Equal(2, result.Done.Length);
        Assert.Equal(4, result.Blocked.Length);
    }

    [Fact]
    public async Task Delete_of_what_is_still_said_to_be_used_is_tried_again()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        const string message = "The policy set definition 'baseline' cannot be deleted because it is used by '" + TestEstate.AssignmentId + "'.";

        var (result, _, _) = await ApplyAsync(
            estate, await estate.PlanAsync(choices: new([], true)), ErrorAnswer.First(2, $"DELETE {Set}", () => ErrorAnswer.Of(400, "InvalidDeletePolicySetDefinitionRequest", message)));

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
    }

    [Fact]
    public async Task Right_to_read_what_is_new_is_waited_for()
    {
        await using var estate = await TestEstate.StartAsync();
        const string message = "The client does not have authorization to perform action 'read' over scope '" + TestEstate.Authorization + "/policyDefinitions/second'.";

        var (result, _, _) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(2, $"PUT {Set}", () => ErrorAnswer.Of(403, "AuthorizationFailed", message)));

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
    }

    [Fact]
    public async Task Principal_that_the_directory_does_not_know_is_waited_for()
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, journal, took) = await ApplyAsync(
            estate, await estate.PlanAsync(), ErrorAnswer.First(5, $"PUT {TestEstate.Authorization}/roleAssignments/", () => ErrorAnswer.Of(400, "PrincipalNotFound", "Principal x does not exist in the directory y.")));

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        Assert.Equal(5, journal.Events.Count(item => item.Code == "PrincipalNotFound"));
        Assert.True(took >= TimeSpan.FromSeconds(2 + 4 + 8 + 16 + 30));
    }

    [Fact]
    public async Task Rejected_document_stops_what_depends_on_it_and_nothing_else()
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, journal, _) = await ApplyAsync(
            estate, await estate.PlanAsync(), ErrorAnswer.First(1, $"PUT {TestEstate.Authorization}/policyDefinitions/second", () => ErrorAnswer.Of(400, "InvalidPolicyRule", "Bad.")));

        Assert.Equal("100-policyDefinition-first", Assert.Single(result.Done).Operation.Op);
        var failed = Assert.Single(result.Failed);
        Assert.Equal((ApplyFailureKind.Rejected, "definitions/second.json", "c-1"), (failed.Failure.Kind, failed.Failure.Diagnostic.Location.File, failed.Failure.CorrelationId));
        Assert.Equal("100-policyDefinition-second", Assert.Single(result.Blocked[0].By));
        Assert.Equal(5, result.Blocked.Length);
        Assert.Equal(5, journal.Events.Count(item => item.Kind == JournalEventKind.Blocked));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Broken_service_is_asked_five_times(int status)
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, journal, _) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(99, $"PUT {Set}", () => ErrorAnswer.Of(status, "Broken", "Sorry.")));

        Assert.Equal(5, journal.Events.Count(item => item is { Kind: JournalEventKind.Sent, Op: "200-policySetDefinition-baseline" }));
        Assert.Equal(status, Assert.Single(result.Failed).Failure.Status);
    }

    [Fact]
    public async Task Conflict_is_looked_at_and_tried_again()
    {
        await using var estate = await TestEstate.StartAsync();

        var (result, _, _) = await ApplyAsync(estate, await estate.PlanAsync(), ErrorAnswer.First(3, $"PUT {Set}", () => ErrorAnswer.Of(409, "AnotherOperationInProgress", "Busy.")));

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
    }

    [Fact]
    public async Task Role_that_exists_under_another_name_is_confirmed()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var role = plan.Operations.Single(operation => operation.Principal is not null);
        estate.Watched(watch => watch.Leaving = async line =>
        {
            if (!line.StartsWith($"PUT {TestEstate.Authorization}/roleAssignments/", StringComparison.Ordinal)) return;
            watch.Leaving = null;
            var principal = (await estate.ReadAsync()).Find(TestEstate.AssignmentId)?.PrincipalId;
            await estate.PutAsync(
                $"{TestEstate.Authorization}/roleAssignments/aaaaaaaa-0000-0000-0000-000000000002", "2022-04-01",
                $$$"""{"properties":{"roleDefinitionId":"{{{role.Principal?.RoleDefinitionId}}}","principalId":"{{{principal}}}","principalType":"ServicePrincipal"}}""");
        });

        var result = await estate.ApplyAsync(plan);

        Assert.Equal([], result.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Equal("aaaaaaaa-0000-0000-0000-000000000002", result.Done.Single(one => one.Operation == role).Id[^36..]);
    }

    [Fact]
    public async Task Write_that_reads_back_differently_is_not_done()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        estate.Watched(watch => watch.Leaving = async line =>
        {
            if (line == $"GET {Set}" && estate.Watch.Writes.Contains($"PUT {Set}")) await estate.RenameAsync(Set, "Other");
        });

        var result = await estate.ApplyAsync(plan);

        var failed = Assert.Single(result.Failed);
        Assert.Equal((ApplyFailureKind.NotConfirmed, "PLB4011"), (failed.Failure.Kind, failed.Failure.Diagnostic.Code));
        Assert.Contains("/properties/displayName", failed.Failure.Diagnostic.Message, StringComparison.Ordinal);
    }
}
