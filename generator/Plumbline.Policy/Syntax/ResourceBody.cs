using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>A resource's document: <c>{id, name, properties}</c>, or what stands in <c>properties</c> alone, with <c>id</c> and <c>name</c> beside it when they are known.</summary>
internal sealed class ResourceBody
{
    private static readonly string[] Envelope = ["id", "name", "type", "location", "identity", "systemData", "eTag", "properties"];

    public ResourceBody(DocumentReader document, JObject root, string owner, params ReadOnlySpan<string> known)
    {
        var isWrapped = root.TryGetValue("properties", StringComparison.OrdinalIgnoreCase, out var properties) && properties.Type != JTokenType.Null;
        var members = ObjectMembers.Known(document, root, owner, isWrapped ? Envelope : [.. Envelope, .. known]);
        if (isWrapped && properties is not null && document.Object(properties, "'properties'") is { } inner)
        {
            foreach (var (key, member) in ObjectMembers.Known(document, inner, owner, known)) members[key] = member;
        }

        IsWrapped = isWrapped;
        Members = new ObjectMembers(document, document.At(root), owner, members);
        Id = Members.Text("id") ?? "";
        Name = Members.Text("name") ?? Id[(Id.LastIndexOf('/') + 1)..];
        var end = Id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        Scope = end > 0 ? Id[..end] : "";
    }

    public bool IsWrapped { get; }

    public ObjectMembers Members { get; }

    public string Id { get; }

    /// <summary>The name, else the end of the id, else empty.</summary>
    public string Name { get; }

    /// <summary>What the id starts with, before the provider of the resource itself; empty when there is no id to tell.</summary>
    public string Scope { get; }
}
