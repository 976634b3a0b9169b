using System.Text.Json;

namespace Plumbline.Reporting.Writers;

/// <summary>Policies and the resources under them in the JSON report.</summary>
internal static class JsonPolicyPart
{
    public static void Write(Utf8JsonWriter json, PolicyResult result)
    {
        var policy = result.Policy;
        json.WriteStartObject();
        json.WriteString("referenceId", policy.ReferenceId);
        json.WriteString("definitionName", policy.DefinitionName);
        json.WriteString("displayName", policy.DisplayName);
        json.WriteString("severity", policy.Severity);
        json.WriteString("effect", result.Effect);
        json.WriteBoolean("builtIn", policy.IsBuiltIn);
        json.WriteBoolean("compensating", policy.IsCompensating);
        json.WriteString("evaluation", Evaluation(result.Evaluation));
        json.WriteString("remediation", policy.Remediation);
        JsonParts.WriteCounts(json, "resources", result.Resources);
        JsonParts.WriteArray(json, "findings", result.Findings, WriteFinding);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ResourceResult finding)
    {
        json.WriteStartObject();
        json.WriteString("resourceId", finding.ResourceId);
        json.WriteString("resourceType", finding.ResourceType);
        json.WriteString("state", State(finding));
        json.WriteString("effect", finding.Effect);
        json.WriteString("evaluatedAt", finding.EvaluatedAt is { } time ? JsonParts.Utc(time) : null);
        JsonParts.WriteArray(json, "reasons", finding.Reasons, WriteReason);
        json.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter json, ComplianceReason reason)
    {
        json.WriteStartObject();
        json.WriteString("path", reason.Path);
        json.WriteString("operator", reason.Operator);
        json.WriteString("actual", reason.Actual);
        json.WriteString("expected", reason.Expected);
        json.WriteString("message", reason.Message);
        json.WriteEndObject();
    }

    private static string State(ResourceResult finding) => finding.State == ComplianceState.Other
        ? $"other:{finding.StateText}"
        : JsonNamingPolicy.CamelCase.ConvertName(finding.State.ToString());

    private static string Evaluation(PolicyEvaluation evaluation) => evaluation switch
    {
        PolicyEvaluation.Evaluated => "evaluated",
        PolicyEvaluation.NotEvaluated => "not-evaluated",
        _ => "not-assigned",
    };
}
