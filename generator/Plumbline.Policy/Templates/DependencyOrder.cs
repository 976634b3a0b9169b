using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Puts the resources of a template into an order in which they can be written: <c>dependsOn</c>, and what bodies refer to.</summary>
/// <param name="names">The names of the template's resources.</param>
/// <param name="leftOut">The names and ids of those that the deployment leaves out.</param>
/// <param name="world">The resources that exist.</param>
internal sealed class DependencyOrder(ResourceNames names, IReadOnlySet<string> leftOut, IDeploymentWorld world)
{
    /// <summary>The resources in order, of those without dependencies between them in that of the template; or the problem that there is none.</summary>
    public (ImmutableArray<PlannedResource> Ordered, TemplateProblem? Problem) Sort(ImmutableArray<PlannedResource> resources)
    {
        var byId = new Dictionary<string, PlannedResource>(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in resources)
        {
            if (byId.TryAdd(ResourceIds.Normalize(resource.Id), resource) || resource.IsExisting) continue;
            return ([], TemplateProblem.Invalid($"The resource '{resource.Id}' is defined multiple times in a template. Please see https://aka.ms/arm-syntax-resources for usage details."));
        }

        var linked = new List<PlannedResource>();
        foreach (var resource in resources)
        {
            var (dependencies, problem) = DependenciesOf(resource, byId);
            if (problem is not null) return ([], problem);
            linked.Add(resource.After([.. dependencies.Where(id => !ResourceIds.Is(id, resource.Id)).Distinct(StringComparer.OrdinalIgnoreCase)]));
        }

        return Order(linked);
    }

    private (List<string> Ids, TemplateProblem? Problem) DependenciesOf(PlannedResource resource, Dictionary<string, PlannedResource> byId)
    {
        if (resource.IsExisting) return ([], null);
        var ids = new List<string>();
        var listed = resource.Dependencies();
        if (listed is FailedValue failed) return (ids, TemplateProblem.Failed(resource.Subject, failed));
        foreach (var entry in ((ArrayValue)listed).Items.OfType<TextValue>())
        {
            var known = names.ResolveAll(entry.Value, resource.Target).Select(id => byId.GetValueOrDefault(ResourceIds.Normalize(id))?.Id).OfType<string>().ToList();
            if (known.Count == 0 && !IsLeftOut(entry.Value, resource))
                return (ids, TemplateProblem.Invalid($"The resource '{entry.Value}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details."));
            ids.AddRange(known);
        }

        var watched = new WatchedWorld(world, byId.Keys);
        var (_, problem) = resource.IsDeployment ? (null, resource.Nested(watched).Problems.FirstOrDefault()) : resource.Body(watched);
        ids.AddRange(watched.Read.Select(id => byId[id].Id));
        return problem is null or { IsDeferred: true } || resource.IsDeployment ? (ids, null) : (ids, problem);
    }

    private bool IsLeftOut(string entry, PlannedResource resource) =>
        leftOut.Contains(entry) || (names.Resolve(entry, resource.Target) is { } id && leftOut.Contains(ResourceIds.Normalize(id)));

    private static (ImmutableArray<PlannedResource> Ordered, TemplateProblem? Problem) Order(List<PlannedResource> resources)
    {
        var waiting = resources.ToList();
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var ordered = ImmutableArray.CreateBuilder<PlannedResource>(resources.Count);
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(resource => resource.DependsOn.All(done.Contains)).ToList();
            if (ready.Count == 0)
                return ([], TemplateProblem.Invalid($"Circular dependency detected on resource: '{waiting[0].Id}'. Please see https://aka.ms/arm-syntax-resources for usage details."));
            ordered.AddRange(ready);
            foreach (var resource in ready) done.Add(resource.Id);
            waiting.RemoveAll(resource => done.Contains(resource.Id));
        }

        return (ordered.ToImmutable(), null);
    }

    /// <summary>A world before the deployment, which notes what of the template is read.</summary>
    private sealed class WatchedWorld(IDeploymentWorld world, IReadOnlyCollection<string> own) : IDeploymentWorld
    {
        private readonly HashSet<string> ids = new(own, StringComparer.OrdinalIgnoreCase);

        public List<string> Read { get; } = [];

        public bool IsFinal => false;

        public ObjectValue? Resource(string id)
        {
            if (!ids.Contains(id)) return world.Resource(id);
            Read.Add(id);
            return null;
        }
    }
}
