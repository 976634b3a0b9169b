using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>A feature of the baseline: the published text, and what answers for it.</summary>
/// <param name="Id">The identifier, unique in the baseline, such as <c>disable-public-network-access</c>.</param>
/// <param name="Supported">As published: <c>True</c>, <c>False</c>, <c>Not Applicable</c> ...</param>
/// <param name="EnabledByDefault">As published.</param>
/// <param name="Responsibility">As published: <c>Customer</c>, <c>Microsoft</c>, <c>Shared</c>, <c>Not Applicable</c> ...</param>
/// <param name="FeatureNotes">The published feature notes, or null.</param>
/// <param name="ReferenceUrl">An absolute address, or null; shown as a link only when it is <c>https</c>.</param>
/// <param name="Provenance">Which source has the text: <c>page</c> or <c>spreadsheet</c>.</param>
/// <param name="OutcomeText">Why there is no policy, what Microsoft does, or what an attestor must show; null with <see cref="FeatureOutcome.Policies"/>.</param>
/// <param name="Policies">The policies that check the feature, the attestation's policy (effect <c>Manual</c>), and compensating policies.</param>
/// <param name="Control">The control with its title, for a feature that stands outside <see cref="BaselineOutline.Controls"/>; else null.</param>
public sealed record FeatureOutline(
    string Id,
    string Name,
    string Description,
    string Supported,
    string EnabledByDefault,
    string Responsibility,
    string? FeatureNotes,
    string ConfigurationGuidance,
    string? ReferenceTitle,
    string? ReferenceUrl,
    string Provenance,
    FeatureOutcome Outcome,
    string? OutcomeText,
    ImmutableArray<PolicyOutline> Policies,
    string? Control = null);

/// <summary>What answers for a feature.</summary>
public enum FeatureOutcome
{
    /// <summary>Azure Policy checks it.</summary>
    Policies,

    /// <summary>A person attests it: a definition with effect <c>Manual</c> asks for it.</summary>
    Attestation,

    /// <summary>Microsoft does it; there is nothing to configure.</summary>
    Platform,

    /// <summary>The service does not have the feature, or Azure Policy cannot see it.</summary>
    NotSupported,
}
