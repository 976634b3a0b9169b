using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Arm.Compliance;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Operations;

/// <summary>Starts evaluations of several scopes at once and waits for them. One that runs already is joined: the service starts no second one.</summary>
public sealed class ScopeScans
{
    private readonly ArmConnection connection;
    private readonly PolicyStatesClient states;

    /// <summary>Over a connection.</summary>
    public ScopeScans(ArmConnection connection) => (this.connection, states) = (connection, new(connection));

    /// <summary>The subscriptions an environment assigns in; those below management groups are listed.</summary>
    public Task<ArmOutcome<SubscriptionsBelow>> SubscriptionsAsync(DeploymentEnvironment environment, CancellationToken cancellation) =>
        new SubscriptionFinder(new OperationClient(connection)).FindAsync(environment.Assignments.SelectMany(one => one.Scopes), environment.At, cancellation);

    /// <summary>Starts an evaluation of each scope and, if asked, waits for all of them.</summary>
    /// <param name="scopes">Subscriptions and resource groups.</param>
    /// <param name="limit">How long to wait; null waits not at all.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the waiting, not the evaluations.</param>
    public async Task<ArmOutcome<ScanOutcome>> RunAsync(IEnumerable<string> scopes, TimeSpan? limit, Action<ScanOutcome>? progress, SourceLocation at, CancellationToken cancellation)
    {
        var time = connection.Timing.Time;
        var start = time.GetTimestamp();
        var running = await OperationClient.ManyAsync(scopes, async (scope, token) => Next(new(scope, null, default, null), await states.TriggerEvaluationAsync(scope, token)), cancellation);
        while (limit is { } longest && running.Any(one => one.IsRunning))
        {
            var delay = running.Where(one => one.IsRunning).Max(one => one.Answer?.RetryAfter) ?? connection.Timing.PollDelay;
            if (time.GetElapsedTime(start) + delay > longest) break;
            await Task.Delay(delay, time, cancellation);
            running = await OperationClient.ManyAsync(running, async (one, token) => one is { IsRunning: true, Location: { } location } ? Next(one, await states.PollAsync(location, token)) : one, cancellation);
            progress?.Invoke(Outcome(running));
        }

        ImmutableArray<Diagnostic> problems =
        [
            .. running.Select(one => one.Failure?.ToDiagnostic(at)).OfType<Diagnostic>(),
            .. running.Where(one => one.State == EvaluationRunState.Failed && one.Failure is null).Select(one => DiagnosticCatalog.EvaluationFailed(at, one.StatusText)),
            .. limit is { } waited && running.Any(one => one.IsRunning) ? [DiagnosticCatalog.EvaluationStillRunning(at, (int)waited.TotalMinutes)] : Array.Empty<Diagnostic>(),
        ];
        return new(Outcome(running), running.Select(one => one.Failure).FirstOrDefault(failure => failure is not null), problems);
    }

    private static ScanOutcome Outcome(ImmutableArray<Operation> operations) => new([.. operations.Select(one => new ScopeScan(one.Scope, one.State))]);

    private Operation Next(Operation before, ArmAnswer answer)
    {
        var location = answer.Location is { } link ? connection.Follow(link) : before.Location;
        var failure = answer.Failure ?? (answer.Status == 202 && location is null ? ArmFailureReader.Unexpected("POST", before.Scope, answer.Status, "202 without a Location of this host") : null);
        return new(before.Scope, answer, failure, location);
    }

    /// <summary>An evaluation and what was last heard of it.</summary>
    private sealed record Operation(string Scope, ArmAnswer? Answer, ArmFailure? Failure, Uri? Location)
    {
        public bool IsRunning => State == EvaluationRunState.StillRunning;

        // The last answer may have no body; a missing status is a success then.
        public string StatusText => Answer?.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String ? status.GetString() ?? "" : "Succeeded";

        public EvaluationRunState State => (Failure, Answer?.Status) switch
        {
            (not null, _) => EvaluationRunState.Failed,
            (_, 202) => EvaluationRunState.StillRunning,
            _ => string.Equals(StatusText, "Succeeded", StringComparison.OrdinalIgnoreCase) ? EvaluationRunState.Completed : EvaluationRunState.Failed,
        };
    }
}
