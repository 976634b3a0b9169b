namespace Plumbline.Reporting;

/// <summary>A policy of the initiative, as far as a report shows it.</summary>
/// <param name="ReferenceId">The <c>policyDefinitionReferenceId</c>; rows are joined by it, without regard to case.</param>
/// <param name="DefinitionName">The definition's resource name; a GUID for a built-in definition.</param>
/// <param name="Severity"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Effect">The default effect, or null when not known. Rows carry the effect that was in force.</param>
/// <param name="IsCompensating">It helps where the feature itself cannot be had: shown, but never part of coverage or of the control's numbers.</param>
/// <param name="IsAssigned">Whether the initiative refers to it; false for a definition that is generated but kept out, so that no row is expected.</param>
/// <param name="Remediation">How to make a resource compliant.</param>
public sealed record PolicyOutline(
    string ReferenceId,
    string DefinitionName,
    string DisplayName,
    string Severity,
    string? Effect,
    bool IsBuiltIn,
    bool IsCompensating,
    bool IsAssigned,
    string Remediation);
