using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Resources;

/// <summary>The <c>$filter</c> of a list of resources. <c>tagName</c> and <c>tagValue</c> speak of one and the same tag.</summary>
internal sealed class ResourceFilter
{
    private static readonly ODataSchema Schema = ODataSchema.OfTexts(
        "GenericResource",
        [
            "resourceType", "name", "location", "resourceGroup", "tagName", "tagValue", "identity/principalId", "managedBy",
            "plan/publisher", "plan/product", "plan/name", "plan/version", "plan/promotionCode",
        ],
        []);

    private readonly FilterNode filter;

    private ResourceFilter(FilterNode filter) => this.filter = filter;

    /// <summary>The filter of a request, null when it has none; or what is wrong with it.</summary>
    public static (ResourceFilter? Filter, string? Problem) Read(ArmRequest request)
    {
        if (!request.Query.TryGetValue("$filter", out var text)) return (null, null);
        var filter = FilterParser.Parse(text, Schema, out var error);
        return filter is null ? (null, error ?? text) : (new ResourceFilter(filter), null);
    }

    /// <summary>Whether the resource is selected.</summary>
    public bool Matches(StoredResource resource)
    {
        if (resource.Body.Property("tags") is { ValueKind: JsonValueKind.Object } tags && tags.EnumerateObject().Any())
            return tags.EnumerateObject().Any(tag => filter.Matches(Row(resource, tag.Name, tag.Value.ToString())));
        return filter.Matches(Row(resource, string.Empty, string.Empty));
    }

    private static ObjectValue Row(StoredResource resource, string tagName, string tagValue) => new(
    [
        Field("resourceType", resource.Id.Type),
        Field("name", resource.Id.Name),
        Field("location", Locations.Normalize(resource.Body.Text("location") ?? string.Empty)),
        Field("resourceGroup", resource.Id.ResourceGroup ?? string.Empty),
        Field("tagName", tagName),
        Field("tagValue", tagValue),
        Field("identity/principalId", resource.Body.Property("identity")?.Text("principalId") ?? string.Empty),
        Field("managedBy", resource.Body.Text("managedBy") ?? string.Empty),
        .. Plan(resource),
    ]);

    private static IEnumerable<KeyValuePair<string, PolicyValue>> Plan(StoredResource resource) =>
        ImmutableArray.Create("publisher", "product", "name", "version", "promotionCode")
            .Select(name => Field("plan/" + name, resource.Body.Property("plan")?.Text(name) ?? string.Empty));

    private static KeyValuePair<string, PolicyValue> Field(string name, string value) => new(name, new TextValue(value));
}
