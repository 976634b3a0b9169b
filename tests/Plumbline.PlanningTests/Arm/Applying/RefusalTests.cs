using Plumbline.Cli;
using Plumbline.Cli.Applying;
using Plumbline.Emulator.Identity;
using Plumbline.Planning.Journals;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class RefusalTests
{
    [Fact]
    public async Task Lock_is_named()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.PutAsync($"{TestEstate.Group}/providers/Microsoft.Authorization/locks/freeze", "2020-05-01", """{"properties":{"level":"ReadOnly"}}""");

        var result = await estate.ApplyAsync(plan);

        var failed = Assert.Single(result.Failed);
        Assert.Equal((ApplyFailureKind.Locked, "PLB4065"), (failed.Failure.Kind, failed.Failure.Diagnostic.Code));
        Assert.Contains($"'{TestEstate.Group}/providers/Microsoft.Authorization/locks/freeze'", failed.Failure.Diagnostic.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(plan.Operations[^1], Assert.Single(result.Blocked).Operation);
        Assert.Equal(5, result.Done.Length);
        Assert.Equal(ExitCode.RemoteFailure, ApplyExitCode.Of(result));
    }

    [Fact]
    public async Task Write_that_a_policy_denies_names_the_assignment()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.PutAsync(
            $"{TestEstate.Authorization}/policyDefinitions/no-roles", "2025-03-01",
            """{"properties":{"mode":"All","policyRule":{"if":{"field":"type","equals":"Microsoft.Authorization/roleAssignments"},"then":{"effect":"deny"}}}}""");
        await estate.PutAsync(
            $"{TestEstate.Authorization}/policyAssignments/no-roles", "2025-03-01",
            $$$"""{"properties":{"displayName":"No roles","policyDefinitionId":"{{{TestEstate.Authorization}}}/policyDefinitions/no-roles"}}""");

        var result = await estate.ApplyAsync(plan);

        var failed = Assert.Single(result.Failed);
        Assert.Equal(ApplyFailureKind.Denied, failed.Failure.Kind);
        Assert.Contains("'No roles'", failed.Failure.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_may_do_nothing()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var result = await estate.ApplyAsync(plan, token: await estate.TokenOfAsync(EmulatorPrincipal.Reader));

        Assert.Equal([ApplyFailureKind.NotAuthorized], result.Failed.Select(one => one.Failure.Kind).Distinct());
        Assert.Equal([], result.Done.Select(one => one.Id));
        Assert.Equal(ExitCode.Unauthorized, ApplyExitCode.Of(result));
        Assert.Equal([], (await estate.ReadAsync()).Objects.Select(one => one.Id));
    }

    [Fact]
    public async Task Token_that_is_not_accepted_ends_the_run_at_once()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var result = await estate.ApplyAsync(plan, token: "wrong");

        Assert.Equal([ApplyFailureKind.NotSignedIn], result.Failures.Select(failure => failure.Kind).Distinct());
        Assert.Equal(plan.Operations.Length, result.NotStarted.Length);
        Assert.Equal(ExitCode.Unauthorized, ApplyExitCode.Of(result));
    }

    [Fact]
    public async Task Failure_before_the_deletes_keeps_everything()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var documents = Estate.Documents(Estate.Definition("first", version: "1.1.0", type: "Microsoft.App/jobs"), Estate.Initiative("baseline", "first"));
        var environment = Estate.Environment();
        var plan = await estate.PlanAsync(environment, documents);
        Assert.Contains(plan.Operations, operation => operation.Body is null);
        estate.Watched(ErrorAnswer.First(1, $"PUT {TestEstate.Authorization}/policyDefinitions/first", () => ErrorAnswer.Of(400, "InvalidPolicyRule", "Bad.")));

        var result = await estate.ApplyAsync(plan);

        Assert.Equal(ApplyOutcome.Partial, result.Outcome);
        Assert.DoesNotContain(estate.Watch.Writes, request => request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.All(plan.Operations.Where(operation => operation.Body is null), operation => Assert.Contains(operation, result.Blocked.Select(one => one.Operation)));
    }

    [Fact]
    public async Task Journal_that_cannot_be_written_ends_the_run_before_the_request()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = new MemoryJournal(item =>
        {
            if (item.Kind == JournalEventKind.Sent) throw new IOException("No space left on device");
        });

        var result = await estate.ApplyAsync(plan, journal);

        Assert.Equal((ApplyFailureKind.Journal, "PLB4068"), (result.Failed[0].Failure.Kind, result.Failed[0].Failure.Diagnostic.Code));
        Assert.Equal([], estate.Watch.Writes);
    }
}
