using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Finds what is wrong, or worth knowing, in a catalog of the right form.</summary>
public static class CatalogChecker
{
    /// <summary>All findings. Errors mean that no correct policies can be generated; information names contradictions of the source.</summary>
    public static ImmutableArray<Diagnostic> Check(ServiceCatalog catalog, AliasTable aliases) =>
    [
        .. IdentityCheck.Findings(catalog),
        .. BaselineCheck.Findings(catalog),
        .. PolicyCheck.Findings(catalog),
        .. AllPolicies(catalog).SelectMany(policy => FieldCheck.Findings(policy, aliases)),
    ];

    internal static IEnumerable<Feature> AllFeatures(ServiceCatalog catalog) =>
        catalog.Controls.SelectMany(control => control.Features).Concat(catalog.UnpublishedFeatures.Select(feature => feature.Feature));

    /// <summary>The policies of all features, in the order of the catalog.</summary>
    public static IEnumerable<CatalogPolicy> AllPolicies(ServiceCatalog catalog) => AllFeatures(catalog).SelectMany(feature => feature.Outcome.AllPolicies);
}
