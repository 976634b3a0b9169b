using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Operations;

/// <summary>Has Azure evaluate an environment, waits for states that are current, and holds the engine's expectation against them.</summary>
public sealed class EnvironmentVerifier
{
    // Azure's documentation: results of an evaluation show within about half an hour. A state that is older then, such as one of a deleted resource, stays so.
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(30);

    private readonly ArmConnection connection;
    private readonly ScopeScans scans;

    /// <summary>Over a connection.</summary>
    public EnvironmentVerifier(ArmConnection connection) => (this.connection, scans) = (connection, new(connection));

    /// <summary>Verifies.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="request">How.</param>
    /// <param name="progress">Told what it waits for.</param>
    /// <param name="cancellation">Ends the waiting, not the evaluation.</param>
    public async Task<ArmOutcome<VerificationReport>> RunAsync(DeploymentEnvironment environment, VerificationRequest request, Action<string>? progress, CancellationToken cancellation)
    {
        var time = connection.Timing.Time;
        var (begin, since) = (time.GetTimestamp(), request.Evaluates ? time.GetUtcNow() : DateTimeOffset.MinValue);
        var below = await scans.SubscriptionsAsync(environment, cancellation);
        if (below.Value is not { } found) return new(null, below.Failure, below.Diagnostics);
        var scan = request.Evaluates ? await scans.RunAsync(found.Subscriptions, request.Limit, outcome => progress?.Invoke(Evaluations(outcome)), environment.At, cancellation) : null;
        if (scan?.Failure is { } failed) return new(null, failed, scan.Diagnostics);

        var read = await new DeployedPolicyReader(connection).ReadAllAsync(environment, found, cancellation);
        if (read.Value is not { } deployed) return new(null, read.Failure, read.Diagnostics);
        var currency = new StateCurrency(deployed, since);
        var (states, failure) = await CurrentStatesAsync(deployed, currency, request.Limit - time.GetElapsedTime(begin), progress, cancellation);
        if (failure is not null) return new(null, failure, [failure.ToDiagnostic(environment.At)]);

        var (report, unread, problems) = await CompareAsync(deployed, found, request, states, currency, cancellation);
        ImmutableArray<Diagnostic> all = [.. scan?.Diagnostics ?? [], .. read.Diagnostics, .. problems, .. Stale(environment, states, currency, request.Limit)];
        return new(report, unread, all);
    }

    private async Task<(VerificationReport? Report, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> CompareAsync(
        DeployedPolicies deployed, SubscriptionsBelow below, VerificationRequest request, ImmutableArray<ObservedState> states, StateCurrency currency, CancellationToken cancellation)
    {
        var reader = new EstateReader(new OperationClient(connection));
        var (estate, failure, diagnostics) = await reader.ReadAsync(below.Subscriptions, request.Inventory, states.Select(state => state.ResourceId), deployed.Environment.At, cancellation);
        if (estate is null) return (null, failure, diagnostics);
        var verifier = new Verifier(deployed, connection.Timing.Time.GetUtcNow());
        var related = await reader.RelatedAsync(verifier.RelatedOf(estate), cancellation);
        return (verifier.Compare(estate.With(related), states, currency.IsCurrent), null, diagnostics);
    }

    // An evaluation that has ended may show states of before for a while.
    private async Task<(ImmutableArray<ObservedState> States, ArmFailure? Failure)> CurrentStatesAsync(
        DeployedPolicies deployed, StateCurrency currency, TimeSpan limit, Action<string>? progress, CancellationToken cancellation)
    {
        // All states are read each time, so more rarely than an operation is looked at.
        var (time, delay) = (connection.Timing.Time, 4 * connection.Timing.PollDelay);
        var (start, longest) = (time.GetTimestamp(), limit < LongestLag ? limit : LongestLag);
        while (true)
        {
            var (states, failure) = await new StateReader(connection).ReadAsync(deployed.Assignments, cancellation);
            var stale = states.Count(state => !currency.IsCurrent(state));
            if (failure is not null || stale == 0 || time.GetElapsedTime(start) + delay > longest) return (states, failure);
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{stale} of {states.Length} policy states are from before the evaluation"));
            await Task.Delay(delay, time, cancellation);
        }
    }

    private static IEnumerable<Diagnostic> Stale(DeploymentEnvironment environment, ImmutableArray<ObservedState> states, StateCurrency currency, TimeSpan limit) =>
        states.Count(state => !currency.IsCurrent(state)) is > 0 and var stale ? [DiagnosticCatalog.StatesAreStale(environment.At, stale, states.Length, (int)limit.TotalMinutes)] : [];

    private static string Evaluations(ScanOutcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{outcome.Ended} of {outcome.Scans.Length} evaluations have ended");
}
