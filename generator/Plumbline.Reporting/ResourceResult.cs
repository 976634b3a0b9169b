using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The state of one resource under one policy, after rows that differ only in the case of the id became one.</summary>
/// <param name="ResourceId">The ARM id as received.</param>
/// <param name="StateText">The word as Azure wrote it; worth showing when <paramref name="State"/> is <see cref="ComplianceState.Other"/>.</param>
/// <param name="Effect">The effect that was in force.</param>
/// <param name="EvaluatedAt">The latest evaluation, or null when not known.</param>
/// <param name="Reasons">Distinct, ordered by path.</param>
public sealed record ResourceResult(
    string ResourceId,
    string ResourceType,
    ComplianceState State,
    string StateText,
    string Effect,
    DateTimeOffset? EvaluatedAt,
    ImmutableArray<ComplianceReason> Reasons)
{
    /// <summary>The last segment of the id.</summary>
    public string Name => ResourceId[(ResourceId.TrimEnd('/').LastIndexOf('/') + 1)..];
}
