using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Resources;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;

namespace Plumbline.Emulator.Routes;

/// <summary>The lists of resources of all types in a subscription or a resource group.</summary>
internal static class ResourceListRoutes
{
    private const string Type = ScopeDocuments.ResourceGroupType;
    private static readonly ImmutableArray<string> Members = ["id", "name", "type", "kind", "location", "tags", "sku", "plan", "identity", "managedBy", "extendedLocation", "zones"];
    private static readonly ImmutableArray<string> Expandable = ["createdTime", "changedTime", "provisioningState"];

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/subscriptions/{subscription}/resources", Type, List),
        new("GET", "/subscriptions/{subscription}/resourceGroups/{group}/resources", Type, List),
    ];

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path[..request.Path.LastIndexOf('/')], scope =>
    {
        var (filter, problem) = ResourceFilter.Read(request);
        if (problem is not null) return ArmErrors.InvalidQuery(problem);
        var expansions = request.Query.GetValueOrDefault("$expand", string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(expansions, name => !Expandable.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return ArmErrors.InvalidQuery($"The value '{unknown}' of $expand is not one of '{string.Join(", ", Expandable)}'.");
        var listed = state.Listed(scope, state.Within(scope).Where(resource => IsListed(resource.Id)));
        JsonNode Write(StoredResource resource) => Slim(resource, expansions);
        return filter is null ? Paging.Page(request, listed, Write) : Paging.Page(request, [.. listed.Where(filter.Matches)], Write);
    });

    // ARM lists resources with a location, nested ones too, and others only at the top; no extensions, no scopes, nothing of its own.
    private static bool IsListed(ResourceId id) =>
        !id.IsExtension && id.ResourceGroup is not null && !id.Is(ResourceTypes.ResourceGroup)
        && !id.Type.StartsWith("Microsoft.Authorization/", StringComparison.OrdinalIgnoreCase)
        && !id.Type.StartsWith("Microsoft.Resources/", StringComparison.OrdinalIgnoreCase)
        && !ResourceTypes.IsPolicyCoverage(id) && !ResourceTypes.IsPolicyInsights(id)
        && (!id.IsNested || ResourceTypeTraits.SupportsTagsAndLocation(id.Type) == true);

    private static JsonObject Slim(StoredResource resource, string[] expansions)
    {
        var body = new JsonObject();
        foreach (var name in Members)
        {
            if (resource.Body.Property(name) is { } value) body[name] = JsonNode.Parse(value.GetRawText());
        }

        body["name"] = NameOf(resource.Id);
        foreach (var name in expansions) Expand(resource, body, name.ToLowerInvariant());
        return body;
    }

    // A nested resource is listed with the names of what it is nested in.
    private static string NameOf(ResourceId id) => id.IsNested && id.Parent is { } parent ? $"{NameOf(parent)}/{id.Name}" : id.Name;

    private static void Expand(StoredResource resource, JsonObject body, string name)
    {
        var times = resource.Body.Property("systemData");
        if (name == "createdtime") body["createdTime"] = times?.Text("createdAt");
        if (name == "changedtime") body["changedTime"] = times?.Text("lastModifiedAt");
        if (name == "provisioningstate") body["provisioningState"] = resource.PropertyText("provisioningState");
    }
}
