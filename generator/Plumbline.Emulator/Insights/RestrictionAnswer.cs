using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Insights;

/// <summary>The answer of <c>checkPolicyRestrictions</c>.</summary>
internal static class RestrictionAnswer
{
    private const string SinceEffects = "2023-03-01";

    /// <summary><c>{fieldRestrictions, contentEvaluationResult}</c> in an api-version.</summary>
    public static JsonObject Document(FieldRestrictions restrictions, string apiVersion) => new()
    {
        ["fieldRestrictions"] = new JsonArray([.. restrictions.OfPending().Select(field => new JsonObject
        {
            ["field"] = field.Field,
            ["restrictions"] = new JsonArray([.. field.Restrictions.Select(restriction => Restriction(restriction, apiVersion))]),
        })]),
        ["contentEvaluationResult"] = new JsonObject
        {
            ["policyEvaluations"] = new JsonArray([.. restrictions.OfContent().Select(violation => Evaluation(violation, apiVersion))]),
        },
    };

    private static JsonObject Restriction(FieldRestriction restriction, string apiVersion)
    {
        var body = new JsonObject { ["result"] = restriction.Result };
        if (restriction.DefaultValue is not null) body["defaultValue"] = restriction.DefaultValue;
        if (!restriction.Values.IsEmpty) body["values"] = new JsonArray([.. restriction.Values.Select(value => JsonValue.Create(value))]);
        body["policy"] = Policy(restriction.Violation);
        if (!ApiVersions.IsSince(apiVersion, SinceEffects)) return body;
        body["policyEffect"] = restriction.Violation.Record.Effect;
        if (restriction.Violation.Record.NonComplianceMessage is { } reason) body["reason"] = reason;
        return body;
    }

    private static JsonObject Evaluation(CertainViolation violation, string apiVersion)
    {
        var hasEffects = ApiVersions.IsSince(apiVersion, SinceEffects);
        var details = EvaluationDetails.Of(Known(violation.Record.Result), hasEffects ? violation.Record.NonComplianceMessage : null);
        var body = new JsonObject
        {
            ["policyInfo"] = Policy(violation),
            ["evaluationResult"] = "NonCompliant",
            ["evaluationDetails"] = JsonNode.Parse(PolicyValueWriter.ToCompactJson(details)),
        };
        if (hasEffects) body["effectDetails"] = new JsonObject { ["policyEffect"] = violation.Record.Effect };
        return body;
    }

    // What stands for unknown values is nobody's business.
    private static EvaluationResult? Known(EvaluationResult? result) => result is null
        ? null
        : result with { Expressions = [.. result.Expressions.Where(expression => expression.ExpressionValue is not TextValue { Value: PartialResource.Unknown })] };

    private static JsonObject Policy(CertainViolation violation)
    {
        var policy = violation.Policy.Assigned;
        var body = new JsonObject { ["policyDefinitionId"] = policy.DefinitionId };
        if (policy.SetDefinition is not null) body["policySetDefinitionId"] = policy.Assignment.PolicyDefinitionId;
        if (policy.ReferenceId is { } reference) body["policyDefinitionReferenceId"] = reference;
        body["policyAssignmentId"] = policy.Assignment.Id;
        return body;
    }
}
