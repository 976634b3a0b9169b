using System.Collections.Immutable;
using System.Text.Json;
using Azure.Core;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>
/// Reads <c>policyEvaluationDetails</c> as reasons. A rule describes the violation, so a condition that holds is a reason;
/// one that does not hold is one only under <c>not</c>, which the details do not show: it is taken when nothing else explains the state.
/// </summary>
internal static class ReasonReader
{
    private static readonly ImmutableArray<string> Selectors = ["kind", "name", "location"];

    /// <summary>The reasons, in the order of the evaluation.</summary>
    public static ImmutableArray<ComplianceReason> Read(JsonElement details, string effect)
    {
        var expressions = Expressions(details);
        if (effect is "AuditIfNotExists" or "DeployIfNotExists") return RelatedReasons(details, expressions);

        var holding = expressions.Where(expression => expression.Holds).ToImmutableArray();
        var telling = holding.Where(expression => !Selectors.Contains(expression.Expression, StringComparer.OrdinalIgnoreCase)).ToImmutableArray();
        var chosen = (telling, holding) switch
        {
            ([_, ..], _) => telling,
            (_, [_, ..]) => holding,
            _ => expressions,
        };
        return [.. chosen.Select(expression => expression.ToReason()).Distinct()];
    }

    // The rule of these effects only selects resources; what is missing is a related resource as the existence condition wants it.
    private static ImmutableArray<ComplianceReason> RelatedReasons(JsonElement details, ImmutableArray<EvaluatedExpressionRecord> expressions)
    {
        if (!TryGet(details, "ifNotExistsDetails", JsonValueKind.Object, out var related)) return [];

        var total = TryGet(related, "totalResources", JsonValueKind.Number, out var number) && number.TryGetInt32(out var count) ? count : 0;
        var type = TryGet(related, "resourceId", JsonValueKind.String, out var id) ? TypeOf(id.GetString()) : null;
        var message = total == 0 ? "there is no related resource, one must exist" : $"no related {type ?? "resource"} satisfies the existence condition";
        var reason = new ComplianceReason(type ?? "related resource", "Exists", $"{total} related", "one that satisfies the existence condition", message);
        var unmet =
            from expression in expressions
            where !expression.Holds && type is not null && expression.Expression.StartsWith($"{type}/", StringComparison.OrdinalIgnoreCase)
            select expression.ToReason();
        return [reason, .. unmet.Distinct()];
    }

    // The type condition holds for every resource there is a state of.
    private static ImmutableArray<EvaluatedExpressionRecord> Expressions(JsonElement details) =>
        TryGet(details, "evaluatedExpressions", JsonValueKind.Array, out var items)
            ? [.. items.EnumerateArray().Select(EvaluatedExpressionRecord.From).OfType<EvaluatedExpressionRecord>().Where(one => !string.Equals(one.Expression, "type", StringComparison.OrdinalIgnoreCase))]
            : [];

    private static string? TypeOf(string? id) =>
        id is { Length: > 0 } && ResourceIdentifier.TryParse(id, out var parsed) && parsed is not null ? parsed.ResourceType.ToString() : null;

    private static bool TryGet(JsonElement owner, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
