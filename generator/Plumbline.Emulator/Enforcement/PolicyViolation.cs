using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The <c>RequestDisallowedByPolicy</c> refusal.</summary>
internal static class PolicyViolation
{
    /// <summary>The refusal, with one <c>additionalInfo</c> entry a violation.</summary>
    public static ArmError Error(ResourceId resource, ImmutableArray<Violation> violations)
    {
        var info = new JsonArray([.. violations.Select(violation => new JsonObject { ["type"] = "PolicyViolation", ["info"] = Info(violation) })]);
        return new ArmError(403, "RequestDisallowedByPolicy", Message(resource, violations), resource.Name, Json.Freeze(info));
    }

    // With a message of the assignment, the message names reasons; without one, policies.
    private static string Message(ResourceId resource, ImmutableArray<Violation> violations)
    {
        var reasons = violations.Select(violation => NonComplianceMessage(violation.Policy)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (reasons.Count > 0)
            return $"Resource '{resource.Name}' was disallowed by policy. Reasons: {string.Join(", ", reasons.Select(reason => $"'{reason}'"))}. See error details for policy resource IDs.";
        var identifiers = new JsonArray([.. violations.Select(violation => Identifiers(violation.Policy))]);
        return $"Resource '{resource.Name}' was disallowed by policy. Policy identifiers: '{Json.Compact(identifiers)}'.";
    }

    private static JsonObject Identifiers(AssignedPolicy policy)
    {
        var identifiers = new JsonObject { ["policyAssignment"] = Named(policy.Assignment), ["policyDefinition"] = Named(policy.Stored) };
        if (policy.Set is { } set) identifiers["policySetDefinition"] = Named(set.Stored);
        return identifiers;
    }

    private static JsonObject Named(StoredResource resource) => new() { ["name"] = DisplayName(resource), ["id"] = resource.Id.Text };

    private static JsonObject Info(Violation violation)
    {
        var (policy, result) = violation;
        var details = EvaluationDetails.Of(result, result.Error ?? NonComplianceMessage(policy));
        var info = new JsonObject
        {
            ["evaluationDetails"] = JsonNode.Parse(PolicyValueWriter.ToCompactJson(details)),
            ["policyDefinitionId"] = policy.Stored.Id.Text,
        };
        if (policy.Set is { } set)
        {
            info["policySetDefinitionId"] = set.Stored.Id.Text;
            info["policyDefinitionReferenceId"] = set.Reference.ReferenceId;
            info["policySetDefinitionName"] = set.Stored.Id.Name;
            info["policySetDefinitionDisplayName"] = DisplayName(set.Stored);
        }

        info["policyDefinitionName"] = policy.Stored.Id.Name;
        info["policyDefinitionDisplayName"] = DisplayName(policy.Stored);
        info["policyDefinitionEffect"] = result.Status == EvaluationStatus.Error ? "Deny" : result.Effect;
        info["policyAssignmentId"] = policy.Assignment.Id.Text;
        info["policyAssignmentName"] = policy.Assignment.Id.Name;
        info["policyAssignmentDisplayName"] = DisplayName(policy.Assignment);
        info["policyAssignmentScope"] = policy.Scope?.Text;
        info["policyAssignmentParameters"] = policy.Assignment.Property("parameters") is { ValueKind: JsonValueKind.Object } given ? Json.Thaw(given) : new JsonObject();
        info["policyExemptionIds"] = new JsonArray();
        return info;
    }

    // The message for the member if there is one, else the one for the whole assignment.
    private static string? NonComplianceMessage(AssignedPolicy policy)
    {
        if (policy.Assignment.Property("nonComplianceMessages") is not { ValueKind: JsonValueKind.Array } messages) return null;
        var reference = policy.Set?.Reference.ReferenceId;
        return messages.EnumerateArray()
            .Where(message => message.Text("policyDefinitionReferenceId") is not { } named || string.Equals(named, reference, StringComparison.OrdinalIgnoreCase))
            .OrderBy(message => message.Text("policyDefinitionReferenceId") is null)
            .Select(message => message.Text("message"))
            .FirstOrDefault();
    }

    private static string DisplayName(StoredResource resource) => resource.PropertyText("displayName") ?? resource.Id.Name;
}
