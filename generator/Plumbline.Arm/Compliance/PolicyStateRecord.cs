using System.Globalization;
using System.Text.Json;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>One record of <c>policyStates</c>, as far as it is used.</summary>
internal sealed record PolicyStateRecord(
    string ResourceId,
    string ResourceType,
    string AssignmentId,
    string DefinitionId,
    string ReferenceId,
    string Effect,
    string State,
    DateTimeOffset? EvaluatedAt)
{
    /// <summary>What tells the states of one resource apart, whatever case the service writes ids in.</summary>
    public (string DefinitionId, string ReferenceId) Policy => (DefinitionId.ToUpperInvariant(), ReferenceId.ToUpperInvariant());

    /// <summary>Reads a record; null when it names no resource or definition.</summary>
    public static PolicyStateRecord? From(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object || Text(record, "resourceId") is not { Length: > 0 } resource || Text(record, "policyDefinitionId") is not { Length: > 0 } definition)
            return null;

        return new(
            resource,
            (Text(record, "resourceType") ?? string.Empty).TrimStart('/'),
            Text(record, "policyAssignmentId") ?? string.Empty,
            definition,
            Text(record, "policyDefinitionReferenceId") ?? Text(record, "policyDefinitionName") ?? string.Empty,
            StateNames.Effect(Text(record, "policyDefinitionAction") ?? string.Empty),
            StateNames.State(Text(record, "complianceState") ?? "(none)"),
            DateTimeOffset.TryParse(Text(record, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null);
    }

    /// <summary>The row of the report.</summary>
    public ComplianceRow ToRow(string resourceId, IEnumerable<ComplianceReason> reasons) =>
        new(resourceId, ResourceType, ReferenceId, DefinitionId, Effect, State, EvaluatedAt, [.. reasons]);

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
