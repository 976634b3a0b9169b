using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Arm.Compliance;
using Plumbline.Planning.Operate;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the policy states of assignments, a page in memory at a time; of each state only what is compared is kept.</summary>
internal sealed class StateReader(ArmConnection connection)
{
    private readonly PolicyStatesClient client = new(connection);

    /// <summary>The newest states of the assignments.</summary>
    public async Task<(ImmutableArray<ObservedState> States, ArmFailure? Failure)> ReadAsync(IEnumerable<DeployedAssignment> assignments, CancellationToken cancellation)
    {
        var answers = await OperationClient.ManyAsync(assignments, OneAsync, cancellation);
        return ([.. answers.SelectMany(answer => answer.States)], answers.Select(answer => answer.Failure).FirstOrDefault(failure => failure is not null));
    }

    private async Task<(ImmutableArray<ObservedState> States, ArmFailure? Failure)> OneAsync(DeployedAssignment assignment, CancellationToken cancellation)
    {
        var states = ImmutableArray.CreateBuilder<ObservedState>();
        var filter = $"PolicyAssignmentId eq '{assignment.Id.Replace("'", "''", StringComparison.Ordinal)}'";
        await foreach (var page in client.ListQueryResultsAsync(assignment.Scope, filter, null, cancellation))
        {
            if (page.Failure is { } failure) return ([], failure);
            var state = Read(page.Item);
            if (state.ResourceId.Length > 0 && string.Equals(state.AssignmentId, assignment.Id, StringComparison.OrdinalIgnoreCase)) states.Add(state);
        }

        return (states.ToImmutable(), null);
    }

    private static ObservedState Read(JsonElement record) => new(
        Text(record, "resourceId"),
        Text(record, "policyAssignmentId"),
        Text(record, "policyDefinitionReferenceId"),
        Text(record, "complianceState"),
        Text(record, "policyDefinitionAction"),
        Text(record, "policyDefinitionVersion"),
        Text(record, "policySetDefinitionVersion"),
        DateTimeOffset.TryParse(Text(record, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null);

    private static string Text(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : string.Empty;
}
