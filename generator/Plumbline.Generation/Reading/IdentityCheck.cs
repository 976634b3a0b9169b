using Plumbline.Generation.Catalog;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Finds names that should be unique and are not.</summary>
internal static class IdentityCheck
{
    public static IEnumerable<Diagnostic> Findings(ServiceCatalog catalog)
    {
        var features = CatalogChecker.AllFeatures(catalog).ToList();
        var policies = CatalogChecker.AllPolicies(catalog).ToList();
        var attestations = features.Select(feature => feature.Outcome).OfType<AttestationOutcome>().ToList();
        var fixes = policies.OfType<SecureStatePolicy>().Select(policy => policy.Fix).OfType<Fix>();
        return
        [
            .. Repeated("source", catalog.Source.Mappings("sources").Select(source => Named(source, "id"))),
            .. Repeated("control", catalog.Controls.Select(control => Named(control.Source, "id"))),
            .. Repeated("feature", features.Select(feature => Named(feature.Source, "id"))),
            .. Repeated("definition", [
                .. policies.OfType<CustomPolicy>().Select(policy => Named(policy.Source, "name")),
                .. attestations.Select(attestation => Named(attestation.Source, "name")),
                .. fixes.Select(fix => Named(fix.Source, "name"))]),
            .. RepeatedReferenceIds(policies, attestations),
        ];
    }

    // Equal definition names are reported as such; that their reference ids are equal too follows.
    private static IEnumerable<Diagnostic> RepeatedReferenceIds(List<CatalogPolicy> policies, List<AttestationOutcome> attestations) => Repeated("reference id",
    [
        .. policies.OfType<CustomPolicy>().DistinctBy(policy => policy.Header.Name).Select(policy => new Name(policy.ReferenceId, policy.Source.LocationOf("name"))),
        .. policies.OfType<BuiltInPolicy>().Select(policy => Named(policy.Source, "referenceId")),
        .. attestations.DistinctBy(attestation => attestation.Name).Select(attestation => new Name(ReferenceIds.Of(attestation.Name), attestation.Source.LocationOf("name"))),
    ]);

    private static IEnumerable<Diagnostic> Repeated(string what, IEnumerable<Name> names) => names
        .Where(name => name.Text.Length > 0)
        .GroupBy(name => name.Text, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same =>
        {
            var ordered = same.OrderBy(name => name.At.Span?.Line ?? 0).ToList();
            return ordered.Skip(1).Select(name => DiagnosticCatalog.NameNotUnique(name.At, what, name.Text, ordered[0].At.Span?.Line ?? 0));
        });

    private static Name Named(YamlMapping source, string key) => new(source.Text(key), source.LocationOf(key));

    private sealed record Name(string Text, SourceLocation At);
}
