using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Deployments;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>The lists of resources of all types in a subscription or a resource group.</summary>
internal static class ResourceListRoutes
{
    private const string Type = ScopeDocuments.ResourceGroupType;
    private static readonly ImmutableArray<string> Listed = ["id", "name", "type", "location", "tags", "kind", "sku", "identity", "managedBy", "zones"];
    private static readonly ODataSchema Schema = new("GenericResource", ["resourceType", "name", "location", "resourceGroup"], []);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/subscriptions/{subscription}/resources", Type, List),
        new("GET", "/subscriptions/{subscription}/resourceGroups/{group}/resources", Type, List),
    ];

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path[..request.Path.LastIndexOf('/')], scope =>
    {
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, Schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        var listed = state.Within(scope).Where(resource => IsListed(resource.Id));
        return Paging.Page(request, [.. listed.Where(resource => filter is null || filter.Matches(Row(resource)))], Slim);
    });

    // ARM lists top-level resources: no nested ones, no extensions, no scopes, no policy objects.
    private static bool IsListed(ResourceId id) =>
        !id.IsNested && !id.IsExtension && !id.Is(DeploymentTypes.Deployment) && !ResourceTypes.IsAccess(id) && !ResourceTypes.IsPolicyObject(id) && !ResourceTypes.IsPolicyCoverage(id) && !id.Is(ResourceTypes.Subscription) && !id.Is(ResourceTypes.ResourceGroup);

    private static ObjectValue Row(StoredResource resource) => PolicyValueReader.Object(
        ("resourceType", new TextValue(resource.Id.Type)),
        ("name", new TextValue(resource.Id.Name)),
        ("location", new TextValue(resource.Body.Text("location") ?? string.Empty)),
        ("resourceGroup", new TextValue(resource.Id.ResourceGroup ?? string.Empty)));

    private static JsonObject Slim(StoredResource resource)
    {
        var body = Json.Thaw(resource.Body);
        foreach (var name in body.Select(member => member.Key).Except(Listed, StringComparer.Ordinal).ToList()) body.Remove(name);
        return body;
    }
}
