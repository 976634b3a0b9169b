using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Checks effects and shared parameters of policies.</summary>
internal static class PolicyCheck
{
    public static IEnumerable<Diagnostic> Findings(ServiceCatalog catalog)
    {
        var shared = catalog.Initiative.Parameters.Select(parameter => parameter.Declaration.Name).ToList();
        foreach (var policy in CatalogChecker.AllPolicies(catalog))
        {
            foreach (var finding in policy is CustomPolicy custom ? Effects(custom) : []) yield return finding;
            foreach (var finding in SharedParameters(policy, shared)) yield return finding;
        }
    }

    private static IEnumerable<Diagnostic> Effects(CustomPolicy policy)
    {
        var at = policy.Source.LocationOf("effects");
        var effects = policy.Header.Effects;
        if (effects.IsEmpty || effects.Any(effect => !EffectNames.All.Contains(effect))) yield break;
        if (policy is SecureStatePolicy state)
        {
            var possible = state.State.Related is null ? EffectNames.OnTheResource : EffectNames.OnRelatedResources;
            foreach (var effect in effects.Where(effect => !possible.Contains(effect)))
                yield return DiagnosticCatalog.EffectDoesNotFit(at, effect, state.State.Related is null ? "require" : "related", string.Join(", ", possible));
        }

        if (!EffectNames.IsSafe(effects[0])) yield return DiagnosticCatalog.UnsafeDefaultEffect(at, effects[0]);
    }

    private static IEnumerable<Diagnostic> SharedParameters(CatalogPolicy policy, List<string> declared)
    {
        var uses = policy switch
        {
            CustomPolicy custom => custom.Header.Parameters.Select(parameter => (parameter.Shared, parameter.Source)),
            BuiltInPolicy builtIn => builtIn.Parameters.Select(parameter => (parameter.Shared, parameter.Source)),
            _ => [],
        };
        foreach (var (name, source) in uses)
        {
            if (name is not null && !declared.Contains(name))
                yield return DiagnosticCatalog.UnknownSharedParameter(source.LocationOf("shared"), name, NearestName.Find(name, declared));
        }
    }
}
