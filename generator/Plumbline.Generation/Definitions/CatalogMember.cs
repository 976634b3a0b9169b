using Plumbline.Generation.Catalog;

namespace Plumbline.Generation.Definitions;

/// <summary>A feature that brings policies, with the control it stands under.</summary>
/// <param name="ControlId">Such as <c>NS-1</c>.</param>
internal sealed record CatalogMember(string ControlId, Feature Feature)
{
    /// <summary>All features of the catalog: those of the page, then those of the spreadsheet only.</summary>
    public static IEnumerable<CatalogMember> AllOf(ServiceCatalog catalog) => catalog.Controls
        .SelectMany(control => control.Features.Select(feature => new CatalogMember(control.Id, feature)))
        .Concat(catalog.UnpublishedFeatures.Select(feature => new CatalogMember(feature.ControlId, feature.Feature)));

    /// <summary>Whether the policies only help, and never count as coverage of the feature.</summary>
    public bool IsCompensating => Feature.Outcome is NotSupportedOutcome;
}
