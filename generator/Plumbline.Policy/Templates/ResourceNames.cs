using System.Collections.Immutable;

namespace Plumbline.Policy.Templates;

/// <summary>The ids of a template's own resources, by the names that <c>reference()</c> and <c>dependsOn</c> use for them.</summary>
/// <param name="ByName">Ids by symbolic name, full name, loop, or type and name.</param>
internal sealed record ResourceNames(ImmutableDictionary<string, ImmutableArray<string>> ByName)
{
    /// <summary>The api-versions that the resources are written with, by id.</summary>
    public ImmutableDictionary<string, string> Versions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>No resources.</summary>
    public static ResourceNames None { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of these resources.</summary>
    public static ResourceNames Of(IReadOnlyCollection<PlannedResource> resources)
    {
        var names = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in resources)
        {
            foreach (var name in resource.ReferenceNames.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!names.TryGetValue(name, out var ids)) names[name] = ids = [];
                ids.Add(resource.Id);
            }
        }

        return new(names.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.OrdinalIgnoreCase))
        {
            Versions = resources.DistinctBy(resource => resource.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(resource => resource.Id, resource => resource.ApiVersion, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>The id that <paramref name="text"/> refers to: a whole id, a name of the template, or a type and name at the place; null when it is neither.</summary>
    public string? Resolve(string text, DeploymentPlace place)
    {
        if (text.StartsWith('/')) return ResourceIds.Normalize(text);
        return ByName.TryGetValue(text, out var ids) ? ids[0] : ResourceIds.Relative(place.Scope, text);
    }

    /// <summary>All ids that <paramref name="text"/> refers to: a loop has many.</summary>
    public ImmutableArray<string> ResolveAll(string text, DeploymentPlace place) =>
        ByName.TryGetValue(text, out var ids) ? ids : Resolve(text, place) is { } id ? [id] : [];
}
