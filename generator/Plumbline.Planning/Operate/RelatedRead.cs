namespace Plumbline.Planning.Operate;

/// <summary>Related resources that have to be read: those of a type that belong to a resource.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Type">The type of the related resources.</param>
/// <param name="IsChild">Whether the type is one below the resource's own; else it is an extension of it.</param>
public sealed record RelatedRead(string ResourceId, string Type, bool IsChild)
{
    /// <summary>The id of the list.</summary>
    public string Collection => IsChild ? $"{ResourceId}/{Type[(Type.LastIndexOf('/') + 1)..]}" : $"{ResourceId}/providers/{Type}";
}
