using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Resources as policy rules see them.</summary>
internal static class ResourceView
{
    /// <summary>The resource's document. A scope's gets the type that rules name it by, and a subscription the name that ARM leaves out.</summary>
    public static ObjectValue Of(StoredResource resource)
    {
        var body = PolicyValueReader.FromElement(resource.Body) as ObjectValue ?? PolicyValueReader.Object();
        if (!resource.Id.Is(ResourceTypes.Subscription) && !resource.Id.Is(ResourceTypes.ResourceGroup)) return body;
        var own = body.Properties.Where(property => property.Key is not ("type" or "name" or "id"));
        return new ObjectValue(
        [
            new("id", new TextValue(resource.Id.Text)),
            new("name", new TextValue(resource.Id.Name)),
            new("type", new TextValue(resource.Id.Type)),
            .. own,
        ]);
    }

    /// <summary>The resource with what policies changed in its view. All that they did not change stays as it is written, byte by byte.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="document">Its view after the changes.</param>
    public static StoredResource Changed(StoredResource resource, ObjectValue document)
    {
        var before = Of(resource);
        var body = Json.Thaw(resource.Body);
        foreach (var (name, value) in document.Properties.Where(property => !property.Value.Equals(before[property.Key])))
            body[name] = JsonNode.Parse(PolicyValueWriter.ToUtf8(value).Span);
        return resource with { Body = Json.Freeze(body) };
    }
}
