using Newtonsoft.Json.Linq;

namespace Plumbline.Arm.Deployment;

/// <summary>Carries out one change and makes sure of it.</summary>
internal sealed class ChangeWriter(ArmConnection connection)
{
    private const int ConfirmationTries = 3;

    private readonly PolicyObjectClient client = new(connection);

    /// <summary>Writes and reads back; null when the endpoint has what was wanted.</summary>
    /// <param name="change">What to do.</param>
    /// <param name="dependsOnNew">Whether it needs objects that this run has just created, which may not be visible everywhere yet.</param>
    /// <param name="cancellation">Cancelling while a call is under way is a failure, since nobody knows then.</param>
    public async Task<ArmFailure?> ExecuteAsync(PlannedChange change, bool dependsOnNew, CancellationToken cancellation)
    {
        var method = change.Body is null ? "DELETE" : "PUT";
        try
        {
            return change.Body is { } body
                ? await PutAsync(change, body, dependsOnNew, cancellation) ?? await ConfirmAsync(change, body, cancellation)
                : await client.DeleteAsync(change.Id, cancellation);
        }
        catch (OperationCanceledException)
        {
            return new(ArmFailureKind.Interrupted, method, change.Id, null, null, "cancelled", null, []);
        }
    }

    private async Task<ArmFailure?> PutAsync(PlannedChange change, JObject body, bool dependsOnNew, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var failure = await client.PutAsync(change.Id, body, cancellation);
            if (failure is null || !dependsOnNew || !IsNotYetVisible(failure) || tries >= connection.Timing.ConsistencyTries) return failure;
            await DelayAsync(cancellation);
        }
    }

    // Replication within ARM takes up to minutes: a definition that was created answers 404 to the initiative that refers to it.
    private static bool IsNotYetVisible(ArmFailure failure) => failure.Code is "PolicyDefinitionNotFound" or "PolicySetDefinitionNotFound";

    private async Task<ArmFailure?> ConfirmAsync(PlannedChange change, JObject body, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var (live, failure) = await client.GetAsync(change.Kind, change.Id, cancellation);
            if (failure is not null) return failure;

            var differences = live is null ? ["id"] : PlanBuilder.Compare(change.Kind, live, body).Select(difference => difference.Path).ToArray();
            if (differences.Length == 0) return null;
            if (tries == ConfirmationTries) return new(ArmFailureKind.NotConfirmed, "GET", change.Id, null, null, string.Join(", ", differences), null, []);
            await DelayAsync(cancellation);
        }
    }

    private Task DelayAsync(CancellationToken cancellation) => Task.Delay(connection.Timing.ConsistencyDelay, connection.Timing.Time, cancellation);
}
