using Plumbline.Generation.Benchmark;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Compares the catalog with the benchmark, and what it says about a feature with what it does about it.</summary>
internal static class BaselineCheck
{
    public static IEnumerable<Diagnostic> Findings(ServiceCatalog catalog) =>
    [
        .. catalog.Controls.SelectMany(control => OfControl(control, catalog.Benchmark)),
        .. CatalogChecker.AllFeatures(catalog).SelectMany(feature => OfFeature(feature, catalog)),
    ];

    private static IEnumerable<Diagnostic> OfControl(Control control, BenchmarkIdentity benchmark)
    {
        if (!BenchmarkControls.Covers(benchmark.Name, benchmark.Version) || control.Id.Length == 0) yield break;
        if (BenchmarkControls.Find(control.Id) is not { } known)
        {
            yield return UnknownControl(control.Source.LocationOf("id"), control.Id);
            yield break;
        }

        var other = BenchmarkControls.All.FirstOrDefault(candidate => candidate.Id != known.Id && candidate.Title == control.Title);
        if (other is not null) yield return DiagnosticCatalog.TitleOfAnotherControl(control.Source.LocationOf("title"), control.Id, other.Id, known.Title);
    }

    private static IEnumerable<Diagnostic> OfFeature(Feature feature, ServiceCatalog catalog)
    {
        if (feature.IsSupported && feature.ConfigurationGuidance.Contains("not supported", StringComparison.OrdinalIgnoreCase))
            yield return DiagnosticCatalog.GuidanceContradictsSupport(feature.Source.LocationOf("configurationGuidance"), feature.Name);
        if (feature.IsSupported && feature.Outcome is PoliciesOutcome { Policies.IsEmpty: true })
            yield return DiagnosticCatalog.FeatureNotEvaluated(feature.Source.LocationOf("outcome"), feature.Name);
        if (feature.IsSupported && feature.Outcome is NotSupportedOutcome)
            yield return DiagnosticCatalog.SupportedFeatureNotEvaluated(feature.Source.LocationOf("outcome"), feature.Name);
        if (feature.Provenance.Length > 0 && !catalog.Sources.IsEmpty && catalog.Sources.All(source => source.Id != feature.Provenance))
            yield return UnknownSource(feature, catalog);
        if (!BenchmarkControls.Covers(catalog.Benchmark.Name, catalog.Benchmark.Version)) yield break;
        foreach (var group in feature.Groups.Where(group => BenchmarkControls.Find(group) is null))
            yield return UnknownControl(feature.Source.LocationOf("groups"), group);
    }

    private static Diagnostic UnknownSource(Feature feature, ServiceCatalog catalog) => DiagnosticCatalog.UnknownSource(
        feature.Source.LocationOf("provenance"),
        feature.Provenance,
        NearestName.Find(feature.Provenance, catalog.Sources.Select(source => source.Id)));

    private static Diagnostic UnknownControl(SourceLocation at, string id) =>
        DiagnosticCatalog.UnknownControl(at, id, NearestName.Find(id, BenchmarkControls.All.Select(control => control.Id)));
}
