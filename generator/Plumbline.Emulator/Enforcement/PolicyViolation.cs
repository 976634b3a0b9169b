using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The <c>RequestDisallowedByPolicy</c> refusal.</summary>
internal static class PolicyViolation
{
    /// <summary>The refusal of a write, with one <c>additionalInfo</c> entry a violation.</summary>
    public static ArmError Error(ResourceId resource, ImmutableArray<RecordDocuments> violations) => Error(resource, violations, "Resource");

    /// <summary>The refusal of a deletion by <c>denyAction</c>.</summary>
    public static ArmError DeletionError(ResourceId resource, ImmutableArray<RecordDocuments> violations) => Error(resource, violations, "Deletion of resource");

    private static ArmError Error(ResourceId resource, ImmutableArray<RecordDocuments> violations, string what)
    {
        var info = new JsonArray([.. violations.Select(violation => new JsonObject { ["type"] = "PolicyViolation", ["info"] = Info(violation) })]);
        return new ArmError(403, "RequestDisallowedByPolicy", Message($"{what} '{resource.Name}'", violations), resource.Name, Json.Freeze(info));
    }

    // With a message of the assignment, the message names reasons; without one, policies.
    private static string Message(string what, ImmutableArray<RecordDocuments> violations)
    {
        var reasons = violations.Select(MessageOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (reasons.Count > 0)
            return $"{what} was disallowed by policy. Reasons: {string.Join(", ", reasons.Select(reason => $"'{reason}'"))}. See error details for policy resource IDs.";
        var identifiers = new JsonArray([.. violations.Select(violation => Identifiers(violation))]);
        return $"{what} was disallowed by policy. Policy identifiers: '{Json.Compact(identifiers)}'.";
    }

    // What denyAction protects is in no state of violation, and still has the assignment's message.
    private static string? MessageOf(RecordDocuments violation) =>
        violation.Record.State == ComplianceState.Protected ? violation.Record.Policy.NonComplianceMessage : violation.Record.NonComplianceMessage;

    private static JsonObject Identifiers(RecordDocuments violation)
    {
        var identifiers = new JsonObject { ["policyAssignment"] = Named(violation.Assignment), ["policyDefinition"] = Named(violation.Definition, violation.DefinitionId) };
        if (violation.Set is { } set) identifiers["policySetDefinition"] = Named(set);
        return identifiers;
    }

    private static JsonObject Named(StoredResource resource) => Named(resource, resource.Id.Text);

    private static JsonObject Named(StoredResource? resource, string id) => new() { ["name"] = resource is null ? id : DisplayName(resource), ["id"] = id };

    private static JsonObject Info(RecordDocuments violation)
    {
        var record = violation.Record;
        var details = EvaluationDetails.Of(record.Result, record.Result?.Error ?? MessageOf(violation) ?? violation.Reason);
        var info = new JsonObject
        {
            ["evaluationDetails"] = JsonNode.Parse(PolicyValueWriter.ToCompactJson(details)),
            ["policyDefinitionId"] = violation.DefinitionId,
        };
        if (violation.Set is { } set)
        {
            info["policySetDefinitionId"] = set.Id.Text;
            info["policyDefinitionReferenceId"] = record.Policy.ReferenceId;
            info["policySetDefinitionName"] = set.Id.Name;
            info["policySetDefinitionDisplayName"] = DisplayName(set);
        }

        info["policyDefinitionName"] = violation.DefinitionName;
        info["policyDefinitionDisplayName"] = violation.Definition is { } definition ? DisplayName(definition) : violation.DefinitionName;
        info["policyDefinitionEffect"] = record.State == ComplianceState.Error ? "Deny" : record.Effect;
        info["policyAssignmentId"] = violation.Assignment.Id.Text;
        info["policyAssignmentName"] = violation.Assignment.Id.Name;
        info["policyAssignmentDisplayName"] = DisplayName(violation.Assignment);
        info["policyAssignmentScope"] = violation.Assignment.Id.Parent?.Text;
        info["policyAssignmentParameters"] = violation.Assignment.Property("parameters") is { ValueKind: JsonValueKind.Object } given ? Json.Thaw(given) : new JsonObject();
        info["policyExemptionIds"] = new JsonArray();
        return info;
    }

    private static string DisplayName(StoredResource resource) => resource.PropertyText("displayName") ?? resource.Id.Name;
}
