using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Compares one expectation with one state, and says why it is as it is.</summary>
internal static class VerificationRules
{
    // The conditions that decided; a rule of hundreds of conditions explains itself with the first few.
    private const int ConditionsShown = 3;
    private const int MaximumCondition = 240;

    /// <summary>The finding; null when both agree.</summary>
    public static VerificationFinding? Compare(AssignmentRecord record, ObservedState? state, VerifiedEstate estate, Func<ObservedState, bool> isCurrent)
    {
        var expected = record.State?.ToString() ?? VerificationFinding.None;
        var actual = state?.State ?? VerificationFinding.None;
        if (Incomparable(record, estate) is { } reason) return Finding(reason.Kind, record, expected, actual, reason.Why);
        if (state is not null && !isCurrent(state)) return Finding(VerificationKind.Incomplete, record, expected, actual, "the state is from before the evaluation, or of another version");
        if (state is null) return Finding(VerificationKind.OnlyHere, record, expected, actual, Because(record));
        if (record.State is null) return Finding(VerificationKind.OnlyInAzure, record, expected, actual, Because(record));
        return IsSame(expected, actual) ? null : Finding(VerificationKind.Different, record, expected, actual, Because(record));
    }

    // What the engine cannot know, or cannot decide for want of documents.
    private static (VerificationKind Kind, string Why)? Incomparable(AssignmentRecord record, VerifiedEstate estate)
    {
        if (record.Reason == RecordReason.ResourceProviderMode) return (VerificationKind.NotComparable, "a resource provider evaluates the policy, not Azure Resource Manager");
        if (record.Effect == EffectNames.Manual) return (VerificationKind.NotComparable, "the policy is manual: somebody attests");
        if (record.Policy.Definition is null) return (VerificationKind.Incomplete, "the definition was not read");
        if (record.Result?.Error is { } error) return (VerificationKind.NotComparable, $"the engine could not evaluate the policy: {Shortened(error)}");
        return EffectNames.IsIfNotExists(record.Effect) && RelatedType(record) is { } type && !estate.CouldRead(record.ResourceId, type)
            ? (VerificationKind.Incomplete, $"the related resources of type '{type}' were not read")
            : null;
    }

    private static string? RelatedType(AssignmentRecord record) =>
        record.Policy.Definition?.Then.Details is ObjectValue details && details["type"] is TextValue type ? type.Value : null;

    private static string Because(AssignmentRecord record)
    {
        if (!record.ExemptionIds.IsEmpty) return $"the exemption '{record.ExemptionIds[0]}' covers the resource";
        if (record.State == ComplianceState.Conflict) return "two modify policies contradict each other";
        var conditions = record.Result is { } result ? DecidingCondition.Of(result).Select(Text).Distinct(StringComparer.Ordinal).Take(ConditionsShown).ToImmutableArray() : [];
        return record.Reason switch
        {
            RecordReason.OutOfScope => "the resource lies outside of the assignment's scope",
            RecordReason.NotScope => "the resource lies in one of the assignment's notScopes",
            RecordReason.ResourceSelector => "no resource selector of the assignment chooses the resource",
            RecordReason.Mode => $"the mode '{record.Policy.Definition?.Mode}' does not see resources of the type",
            RecordReason.Disabled => "the effect is Disabled",
            RecordReason.Rule => conditions.IsEmpty ? "the rule does not apply to a resource of this type, kind and name" : $"the rule does not apply: {string.Join("; and ", conditions)}",
            _ when record.Result?.IfNotExists is { TotalResources: 0 } => "there is no related resource",
            _ when conditions.IsEmpty => "the rule has no condition that decides",
            _ => string.Join("; and ", conditions),
        };
    }

    // Values of a resource may be secrets: the path tells enough then.
    private static string Text(DecidingCondition condition)
    {
        var subject = DecidingCondition.Subject(condition.Expression);
        return SecretPath.IsSecret(subject) ? $"'{subject}' (its value is not shown)" : Shortened(condition.ToString());
    }

    private static string Shortened(string text) => text.Length <= MaximumCondition ? text : $"{text.AsSpan(0, MaximumCondition - 3)}...";

    private static VerificationFinding Finding(VerificationKind kind, AssignmentRecord record, string expected, string actual, string because) => new(
        kind, record.ResourceId, record.Policy.Assignment.Id, record.Policy.ReferenceId ?? "", record.Policy.ReferenceId ?? record.Policy.DefinitionId[(record.Policy.DefinitionId.LastIndexOf('/') + 1)..],
        kind == VerificationKind.Incomplete && record.Policy.Definition is null ? "" : expected, actual, because);

    // Azure's surfaces write conflict, Conflict and Conflicting.
    private static bool IsSame(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase) || (expected == nameof(ComplianceState.Conflict) && string.Equals(actual, "Conflicting", StringComparison.OrdinalIgnoreCase));
}
