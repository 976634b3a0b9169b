using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Creates remediations, waits for them and tells what they could not change.</summary>
public sealed class Remediator
{
    private readonly OperationClient client;
    private readonly RemediationClient remediations;

    /// <summary>A remediator over a connection.</summary>
    public Remediator(ArmConnection connection)
    {
        client = new(connection);
        remediations = new(client);
    }

    /// <summary>A problem for each role that an identity needs and does not have.</summary>
    /// <param name="deployed">What is deployed.</param>
    /// <param name="tasks">What is to be remediated.</param>
    /// <param name="at">Where that was asked for.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ImmutableArray<Diagnostic>> CheckRolesAsync(DeployedPolicies deployed, ImmutableArray<RemediationTask> tasks, SourceLocation at, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var same in tasks.GroupBy(task => task.Assignment.Id, StringComparer.OrdinalIgnoreCase))
        {
            var assignment = same.First().Assignment;
            var (held, failure) = await RolesAsync(assignment, cancellation);
            if (failure is not null) problems.Add(DiagnosticCatalog.RolesNotRead(at, assignment.DeclaredName, failure.Message));
            else problems.AddRange(RemediationRoles.Missing(deployed, assignment, same.Select(task => task.Member).Distinct(), held, at));
        }

        return problems.ToImmutable();
    }

    /// <summary>Creates the remediations; one that runs already under the name of a task is joined. What one is refused for does not stop the others.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the creating, not what was created.</param>
    public async Task<ArmOutcome<RemediationOutcome>> StartAsync(ImmutableArray<RemediationTask> tasks, SourceLocation at, CancellationToken cancellation)
    {
        var states = new Dictionary<string, ImmutableDictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var collection in tasks.Select(task => task.Collection).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (items, failure) = await remediations.ListAsync(collection, cancellation);
            if (failure is not null) return new(null, failure, [failure.ToDiagnostic(at)]);
            states[collection] = items.Select(RemediationClient.StateOf).OfType<(string Name, string State)>()
                .DistinctBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(one => one.Name, one => one.State, StringComparer.OrdinalIgnoreCase);
        }

        var answers = await OperationClient.ManyAsync(tasks, (task, token) => StartAsync(task, states[task.Collection], token), cancellation);
        return Outcome(answers, at);
    }

    /// <summary>Waits until they are over, at most for <paramref name="limit"/>, and reads what they could not change.</summary>
    /// <param name="started">What was started.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="progress">Told how each stands after each look at it.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the waiting, not the remediations.</param>
    public async Task<ArmOutcome<RemediationOutcome>> WaitAsync(
        RemediationOutcome started, TimeSpan limit, Action<ImmutableArray<RemediationResult>>? progress, SourceLocation at, CancellationToken cancellation)
    {
        var (time, delay) = (client.Connection.Timing.Time, client.Connection.Timing.PollDelay);
        var start = time.GetTimestamp();
        ImmutableArray<(RemediationResult Result, ArmFailure? Failure)> now = [.. started.Results.Select(result => (result, (ArmFailure?)null))];
        while (now.Any(IsRunning) && time.GetElapsedTime(start) + delay <= limit)
        {
            await Task.Delay(delay, time, cancellation);
            now = await OperationClient.ManyAsync(now, async (one, token) => IsRunning(one) ? await remediations.GetAsync(one.Result, token) : one, cancellation);
            progress?.Invoke([.. now.Select(one => one.Result)]);
        }

        var detailed = await OperationClient.ManyAsync(now, DetailedAsync, cancellation);
        var (outcome, failure, diagnostics) = Outcome(detailed, at);
        return new(outcome, failure, [.. diagnostics, .. detailed.Where(IsRunning).Select(one => DiagnosticCatalog.RemediationStillRunning(at, one.Result.Name, (int)limit.TotalMinutes))]);
    }

    /// <summary>Asks those that run for the chosen policies, and were started from here, to end.</summary>
    /// <param name="tasks">The tasks whose policies are meant; filters make no difference.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<ArmOutcome<RemediationOutcome>> CancelAsync(ImmutableArray<RemediationTask> tasks, SourceLocation at, CancellationToken cancellation)
    {
        var running = ImmutableArray.CreateBuilder<RemediationResult>();
        foreach (var same in tasks.GroupBy(task => task.Collection, StringComparer.OrdinalIgnoreCase))
        {
            var (items, failure) = await remediations.ListAsync(same.Key, cancellation);
            if (failure is not null) return new(null, failure, [failure.ToDiagnostic(at)]);
            running.AddRange(items.Select(item => Running(item, same)).OfType<RemediationResult>());
        }

        var answers = await OperationClient.ManyAsync(running, async (one, token) => (one with { State = "Cancelling" }, await remediations.CancelAsync(one.Id, token)), cancellation);
        return Outcome(answers, at);
    }

    private static bool IsRunning((RemediationResult Result, ArmFailure? Failure) one) => one is { Failure: null, Result: { HasEnded: false, State.Length: > 0 } };

    private async Task<(RemediationResult Result, ArmFailure? Failure)> StartAsync(RemediationTask task, ImmutableDictionary<string, string> states, CancellationToken cancellation)
    {
        var (name, runs) = RemediationNames.Next(task.Name, states);
        return runs ? (new RemediationResult(task, name, states[name]) { IsJoined = true }, null) : await remediations.CreateAsync(task, name, cancellation);
    }

    private async Task<(RemediationResult Result, ArmFailure? Failure)> DetailedAsync((RemediationResult Result, ArmFailure? Failure) one, CancellationToken cancellation)
    {
        if (one.Failure is not null || !one.Result.HasFailed) return one;
        var (failures, failure) = await remediations.FailuresAsync(one.Result.Id, cancellation);
        return (one.Result with { Failures = failures }, failure);
    }

    private static ArmOutcome<RemediationOutcome> Outcome(ImmutableArray<(RemediationResult Result, ArmFailure? Failure)> answers, SourceLocation at) => new(
        new([.. answers.Select(one => one.Result)]),
        answers.Select(one => one.Failure).FirstOrDefault(failure => failure is not null),
        [.. answers.Select(one => one.Failure?.ToDiagnostic(at)).OfType<Diagnostic>()]);

    private static RemediationResult? Running(ObjectValue item, IEnumerable<RemediationTask> tasks)
    {
        if (RemediationClient.StateOf(item) is not { } one || RemediationNames.IsTerminal(one.State) || !one.Name.StartsWith(RemediationNames.Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var properties = (ObjectValue)item["properties"];
        var task = tasks.FirstOrDefault(task => Is(properties["policyAssignmentId"], task.Assignment.Id) && Is(properties["policyDefinitionReferenceId"], task.Member.ReferenceId));
        return task is null ? null : new RemediationResult(task, one.Name, one.State);
    }

    private static bool Is(PolicyValue value, string? wanted) => string.Equals((value as TextValue)?.Value.TrimEnd('/') ?? string.Empty, wanted ?? string.Empty, StringComparison.OrdinalIgnoreCase);

    private async Task<(ImmutableArray<HeldRole> Held, ArmFailure? Failure)> RolesAsync(DeployedAssignment assignment, CancellationToken cancellation)
    {
        const ArmObjectKind Kind = ArmObjectKind.RoleAssignment;
        var answers = await OperationClient.ManyAsync(
            assignment.Principals, (principal, token) => client.ListAsync(Kind.CollectionAt(assignment.Scope), Kind.ApiVersion(), $"principalId eq '{principal}'", token), cancellation);
        var held = answers.SelectMany(answer => answer.Items).Select(item => ArmObject.From(Kind, item)).OfType<ArmObject>();
        return (
            [.. from role in held
                let properties = role.Properties
                where properties["principalId"] is TextValue && properties["roleDefinitionId"] is TextValue
                select new HeldRole(((TextValue)properties["principalId"]).Value, ((TextValue)properties["roleDefinitionId"]).Value, (properties["scope"] as TextValue)?.Value ?? role.Scope)],
            answers.Select(answer => answer.Failure).FirstOrDefault(failure => failure is not null));
    }
}
