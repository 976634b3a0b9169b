using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Arm.Compliance;

/// <summary>Reads the answer of <c>summarize</c>.</summary>
internal static class SummaryReader
{
    /// <summary>The counts of the assignment; empty when the answer does not list it, which is so when nothing at the scope applies.</summary>
    public static ComplianceSummary Read(JsonElement body, string assignmentId)
    {
        var assignment = Items(body, "value")
            .SelectMany(value => Items(value, "policyAssignments"))
            .FirstOrDefault(one => string.Equals(Text(one, "policyAssignmentId"), assignmentId, StringComparison.OrdinalIgnoreCase));
        var definitions = Items(assignment, "policyDefinitions")
            .Select(one => new DefinitionSummary(Text(one, "policyDefinitionId"), Text(one, "policyDefinitionReferenceId"), Counts(one)));
        return new(Counts(assignment), [.. definitions]);
    }

    private static ImmutableArray<StateCount> Counts(JsonElement owner)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty("results", out var results)) return [];

        return
        [
            .. from detail in Items(results, "resourceDetails")
               where detail.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number
               select new StateCount(StateNames.State(Text(detail, "complianceState")), detail.GetProperty("count").GetInt32()),
        ];
    }

    private static ImmutableArray<JsonElement> Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)]
            : [];

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : string.Empty;
}
