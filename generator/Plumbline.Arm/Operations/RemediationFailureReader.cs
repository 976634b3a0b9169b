using System.Collections.Immutable;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the items of <c>listDeployments</c>.</summary>
internal static class RemediationFailureReader
{
    // An error of a nested deployment lies in the details of the outer one; no real answer is deeper.
    private const int MaximumDepth = 8;

    /// <summary>The failure of one resource; null when it did not fail.</summary>
    public static RemediationFailure? Read(ObjectValue deployment)
    {
        if (!string.Equals(Text(deployment, "status"), "Failed", StringComparison.OrdinalIgnoreCase)) return null;
        var errors = deployment["error"] is ObjectValue error ? Errors(error, 0).ToImmutableArray() : [];
        ImmutableArray<string> denied = [.. errors.SelectMany(Denials).Distinct(StringComparer.Ordinal)];

        // The innermost error says what happened; those around it that a deployment failed.
        var telling = errors.FirstOrDefault(one => Denials(one).Any()) ?? errors.LastOrDefault();
        return new(
            Text(deployment, "remediatedResourceId") ?? "(unknown resource)",
            (telling is null ? null : Text(telling, "code")) ?? "Failed",
            ((telling is null ? null : Text(telling, "message")) ?? "no explanation was given").ReplaceLineEndings(" "),
            denied);
    }

    private static IEnumerable<ObjectValue> Errors(ObjectValue error, int depth)
    {
        yield return error;
        if (depth >= MaximumDepth || error["details"] is not ArrayValue details) yield break;
        foreach (var inner in details.Items.OfType<ObjectValue>().SelectMany(item => Errors(item, depth + 1))) yield return inner;
    }

    private static IEnumerable<string> Denials(ObjectValue error) =>
        from item in (error["additionalInfo"] as ArrayValue)?.Items.OfType<ObjectValue>() ?? []
        where Text(item, "type") == "PolicyViolation" && item["info"] is ObjectValue
        let info = (ObjectValue)item["info"]
        let name = Text(info, "policyAssignmentDisplayName") ?? Text(info, "policyAssignmentId")
        where name is not null
        select name;

    private static string? Text(ObjectValue owner, string name) => owner[name] is TextValue { Value.Length: > 0 } text ? text.Value : null;
}
