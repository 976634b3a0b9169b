using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The state of one resource under one policy: what Azure Policy's <c>policyStates</c> says, or a simulated one.</summary>
/// <param name="ResourceId">The ARM id; compared without regard to case.</param>
/// <param name="ResourceType">Such as <c>Microsoft.App/containerApps</c>.</param>
/// <param name="ReferenceId">The <c>policyDefinitionReferenceId</c>.</param>
/// <param name="PolicyDefinitionId">The definition's ARM id.</param>
/// <param name="Effect">The effect that was in force (<c>policyDefinitionAction</c>).</param>
/// <param name="State">The <c>complianceState</c> as received; <see cref="ComplianceStates.Parse"/> reads the spellings of the different surfaces. An unknown word may have the prefix <c>other:</c>.</param>
/// <param name="EvaluatedAt">When the resource was evaluated, or null when not known.</param>
/// <param name="Reasons">Why it is not compliant; empty when Azure gave no details.</param>
public sealed record ComplianceRow(
    string ResourceId,
    string ResourceType,
    string ReferenceId,
    string PolicyDefinitionId,
    string Effect,
    string State,
    DateTimeOffset? EvaluatedAt,
    ImmutableArray<ComplianceReason> Reasons);

/// <summary>One evaluated expression that made a resource non-compliant.</summary>
/// <param name="Path">The property, such as <c>properties.configuration.ingress.external</c>.</param>
/// <param name="Operator">The operator of the rule, such as <c>Equals</c>.</param>
/// <param name="Actual">The value found, as compact JSON, or <c>(missing)</c>.</param>
/// <param name="Expected">What a compliant resource has there, in words or as compact JSON.</param>
/// <param name="Message">A sentence, or empty.</param>
public sealed record ComplianceReason(string Path, string Operator, string Actual, string Expected, string Message);
