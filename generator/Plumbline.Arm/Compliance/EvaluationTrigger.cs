using System.Text.Json;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Compliance;

/// <summary>Starts an evaluation of the scope and waits for it.</summary>
internal sealed class EvaluationTrigger(ArmConnection connection, PolicyStatesClient client, string scope)
{
    /// <summary>Starts and waits at most <paramref name="limit"/>.</summary>
    public async Task<ArmOutcome<EvaluationRun>> RunAsync(SourceLocation at, TimeSpan limit, CancellationToken cancellation)
    {
        if (ArmScope.Parse(scope)?.Kind == ArmScopeKind.ManagementGroup) return Ended(EvaluationRunState.NotPossible, DiagnosticCatalog.EvaluationNotPossible(at, scope));

        var time = connection.Timing.Time;
        var start = time.GetTimestamp();
        var answer = await client.TriggerEvaluationAsync(scope, cancellation);
        var location = answer.Location is { } first ? connection.Follow(first) : null;
        while (answer is { Failure: null, Status: 202 })
        {
            if (location is null) return Failed(ArmFailureReader.Unexpected("POST", scope, answer.Status, "202 without a Location of this host"), at);

            var delay = answer.RetryAfter ?? connection.Timing.PollDelay;
            if (time.GetElapsedTime(start) + delay > limit) return Ended(EvaluationRunState.StillRunning, DiagnosticCatalog.EvaluationStillRunning(at, (int)limit.TotalMinutes));
            await Task.Delay(delay, time, cancellation);
            answer = await client.PollAsync(location, cancellation);
            location = answer.Location is { } next ? connection.Follow(next) : location;
        }

        if (answer.Failure is { } failure) return Failed(failure, at);
        return StatusOf(answer.Body) is { } status && !string.Equals(status, "Succeeded", StringComparison.OrdinalIgnoreCase)
            ? Ended(EvaluationRunState.Failed, DiagnosticCatalog.EvaluationFailed(at, status))
            : Ended(EvaluationRunState.Completed);
    }

    // The last answer may have no body; a missing status is a success then.
    private static string? StatusOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String ? status.GetString() : null;

    private static ArmOutcome<EvaluationRun> Ended(EvaluationRunState state, params ReadOnlySpan<Diagnostic> diagnostics) => new(new(state), null, [.. diagnostics]);

    private static ArmOutcome<EvaluationRun> Failed(ArmFailure failure, SourceLocation at) => new(null, failure, [failure.ToDiagnostic(at)]);
}
