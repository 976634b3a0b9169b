using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Reporting;

namespace Plumbline.Cli.Compliance;

/// <summary>Maps a catalog to the outline a report needs, so that neither the report nor the catalog knows the other.</summary>
/// <param name="builtIns">The built-in definitions that the catalog refers to, by name.</param>
internal sealed class OutlineBuilder(ImmutableDictionary<string, PolicyDefinition> builtIns)
{
    /// <summary>The outline of <paramref name="catalog"/>.</summary>
    public BaselineOutline Build(ServiceCatalog catalog) => new(
        catalog.Service.Name,
        $"{catalog.Benchmark.Name} {catalog.Benchmark.Version}",
        [
            ("Product Category", catalog.SecurityProfile.ProductCategory),
            ("Customer can access HOST / OS", catalog.SecurityProfile.CustomerAccessToHost),
            ("Service can be deployed into customer's virtual network", catalog.SecurityProfile.DeployableIntoVirtualNetwork),
            ("Stores customer content at rest", catalog.SecurityProfile.StoresCustomerContentAtRest),
        ],
        [.. catalog.Controls.Select(control => new ControlOutline(control.Id, control.Title, control.Domain, [.. control.Features.Select(feature => ToOutline(feature))]))],
        [.. catalog.UnpublishedFeatures.Select(feature => ToOutline(feature.Feature, $"{feature.ControlId}: {feature.ControlTitle}"))]);

    private FeatureOutline ToOutline(Feature feature, string? control = null) => new(
        feature.Id,
        feature.Name,
        feature.Description,
        feature.Supported,
        feature.EnabledByDefault,
        feature.Responsibility,
        feature.FeatureNotes,
        feature.ConfigurationGuidance,
        feature.Reference?.Title,
        feature.Reference?.Url,
        feature.Provenance,
        KindOf(feature.Outcome),
        TextOf(feature.Outcome),
        PoliciesOf(feature.Outcome),
        control);

    private static FeatureOutcome KindOf(Outcome outcome) => outcome switch
    {
        PoliciesOutcome => FeatureOutcome.Policies,
        AttestationOutcome => FeatureOutcome.Attestation,
        PlatformOutcome => FeatureOutcome.Platform,
        _ => FeatureOutcome.NotSupported,
    };

    private static string? TextOf(Outcome outcome) => outcome switch
    {
        AttestationOutcome attestation => attestation.Evidence,
        PlatformOutcome platform => platform.Evidence,
        NotSupportedOutcome notSupported => notSupported.Explanation,
        _ => null,
    };

    private ImmutableArray<PolicyOutline> PoliciesOf(Outcome outcome) => outcome switch
    {
        PoliciesOutcome policies => [.. policies.Policies.Select(policy => ToOutline(policy, isCompensating: false))],
        AttestationOutcome attestation => [ToOutline(attestation)],
        NotSupportedOutcome notSupported => [.. notSupported.Compensating.Select(policy => ToOutline(policy, isCompensating: true))],
        _ => [],
    };

    private PolicyOutline ToOutline(CatalogPolicy policy, bool isCompensating)
    {
        if (policy is CustomPolicy custom) return ToOutline(custom.Header, custom.ReferenceId, isCompensating);

        var builtIn = (BuiltInPolicy)policy;
        var definition = builtIns.GetValueOrDefault(builtIn.DefinitionName);
        return new PolicyOutline(
            builtIn.ReferenceId,
            builtIn.DefinitionName,
            definition?.DisplayName ?? builtIn.DefinitionName,
            builtIn.Severity,
            builtIn.Effect ?? DefaultEffect(definition),
            IsBuiltIn: true,
            isCompensating,
            IsAssigned: true,
            builtIn.Remediation);
    }

    private static PolicyOutline ToOutline(DefinitionHeader header, string referenceId, bool isCompensating) => new(
        referenceId,
        header.Name,
        header.DisplayName,
        header.Severity,
        header.Effects[0],
        IsBuiltIn: false,
        isCompensating,
        IsAssigned: !header.IsDerived,
        header.Remediation);

    private static PolicyOutline ToOutline(AttestationOutcome attestation) => new(
        ReferenceIds.Of(attestation.Name),
        attestation.Name,
        attestation.DisplayName,
        attestation.Severity,
        "Manual",
        IsBuiltIn: false,
        IsCompensating: false,
        IsAssigned: true,
        attestation.Remediation);

    private static string? DefaultEffect(PolicyDefinition? definition) =>
        definition?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, "effect", StringComparison.OrdinalIgnoreCase))?.DefaultValue is TextValue effect
            ? effect.Value
            : null;
}
