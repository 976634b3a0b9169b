using Newtonsoft.Json.Linq;
using Plumbline.Generation.Benchmark;
using Plumbline.Generation.Catalog;

namespace Plumbline.Generation.Initiatives;

/// <summary>The groups of the initiative: one for every control, whether any policy is in it or not.</summary>
internal static class InitiativeGroups
{
    /// <summary>The groups of all controls of the baseline, in its order, then those of further controls that policies join.</summary>
    public static JArray Of(ServiceCatalog catalog, IEnumerable<string> joinedControls)
    {
        var own = catalog.Controls.Select(control => new BenchmarkControl(control.Id, control.Domain, control.Title)).ToList();
        var further = joinedControls
            .Distinct(StringComparer.Ordinal)
            .Where(id => own.All(control => control.Id != id))
            .OrderBy(id => id, StringComparer.Ordinal)
            .Select(id => BenchmarkControls.Find(id) ?? Unpublished(catalog, id));
        return new JArray(own.Concat(further).Select(control => Group(control, catalog.Benchmark)));
    }

    public static string Name(BenchmarkIdentity benchmark, string controlId) => benchmark.GroupPrefix + controlId;

    private static JObject Group(BenchmarkControl control, BenchmarkIdentity benchmark) => new(
        new JProperty("name", Name(benchmark, control.Id)),
        new JProperty("displayName", $"{control.Id}: {control.Title}"),
        new JProperty("category", control.Domain),
        new JProperty("description", $"Control {control.Id} of {benchmark.Name} {benchmark.Version}."),
        new JProperty("additionalMetadataId", $"/providers/Microsoft.PolicyInsights/policyMetadata/{Name(benchmark, control.Id)}"));

    private static BenchmarkControl Unpublished(ServiceCatalog catalog, string id)
    {
        var feature = catalog.UnpublishedFeatures.FirstOrDefault(candidate => candidate.ControlId == id);
        return new BenchmarkControl(id, feature?.Domain ?? id, feature?.ControlTitle ?? id);
    }
}
