using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Makes the model from a YAML tree.</summary>
internal sealed class CatalogBinder(PolicyBinder policies)
{
    public IEnumerable<Diagnostic> Problems => policies.Problems;

    public ServiceCatalog Bind(YamlMapping root)
    {
        var service = root.Mapping("service");
        var benchmark = root.Mapping("benchmark");
        return new ServiceCatalog(
            new ServiceIdentity(service.Text("name"), service.Text("folder"), service.Text("category")),
            new BenchmarkIdentity(benchmark.Text("name"), benchmark.Text("version"), benchmark.Text("groupPrefix")),
            [.. root.Mappings("sources").Select(Source)],
            Profile(root.Mapping("securityProfile")),
            Initiative(root.Mapping("initiative")),
            [.. root.Mappings("controls").Select(Control)],
            [.. root.Mappings("spreadsheetOnly").Select(Unpublished)],
            root);
    }

    private static CatalogSource Source(YamlMapping source) => new(source.Text("id"), source.Text("title"), source.Text("url"), source.Text("licence"));

    private static SecurityProfile Profile(YamlMapping profile) => new(
        profile.Text("productCategory"),
        profile.Text("customerAccessToHost"),
        profile.Text("deployableIntoVirtualNetwork"),
        profile.Text("storesCustomerContentAtRest"));

    private static InitiativeIdentity Initiative(YamlMapping initiative) => new(
        initiative.Text("name"),
        initiative.Text("version"),
        initiative.Text("displayName"),
        initiative.Text("description"),
        PolicyBinder.Parameters(initiative),
        initiative);

    private Control Control(YamlMapping control) => new(
        control.Text("id"),
        control.Text("title"),
        control.Text("domain"),
        [.. control.Mappings("features").Select(Feature)],
        control);

    private UnpublishedFeature Unpublished(YamlMapping feature)
    {
        var control = feature.Mapping("control");
        return new UnpublishedFeature(control.Text("id"), control.Text("title"), control.Text("domain"), Feature(feature));
    }

    private Feature Feature(YamlMapping feature) => new(
        feature.Text("id"),
        feature.Text("name"),
        feature.Text("description"),
        feature.Text("supported"),
        feature.Text("enabledByDefault"),
        feature.Text("responsibility"),
        feature.TextOrNull("featureNotes"),
        feature.Text("configurationGuidance"),
        feature.MappingOrNull("reference") is { } reference ? new FeatureReference(reference.Text("title"), reference.TextOrNull("url")) : null,
        feature.Text("provenance"),
        feature.Texts("groups"),
        Outcome(feature.Mapping("outcome")),
        feature);

    private Outcome Outcome(YamlMapping outcome)
    {
        if (outcome["policies"] is YamlSequence) return new PoliciesOutcome(Policies(outcome, "policies"));
        if (outcome.MappingOrNull("attestation") is { } attestation) return Attestation(attestation);
        if (outcome.MappingOrNull("platform") is { } platform) return new PlatformOutcome(platform.Text("evidence"), platform.TextOrNull("url"));
        return outcome.MappingOrNull("notSupported") is { } none
            ? new NotSupportedOutcome(none.Text("reason"), none.Text("explanation"), Policies(none, "compensating"))
            : new UnreadableOutcome();
    }

    private ImmutableArray<CatalogPolicy> Policies(YamlMapping owner, string key) =>
        [.. owner.Mappings(key).Select(policies.Bind).OfType<CatalogPolicy>()];

    private static AttestationOutcome Attestation(YamlMapping attestation) => new(
        attestation.Text("name"),
        attestation.Text("version"),
        attestation.Text("displayName"),
        attestation.Text("description"),
        attestation.Text("severity"),
        attestation.Text("remediation"),
        attestation.Text("evidence"),
        attestation);
}
