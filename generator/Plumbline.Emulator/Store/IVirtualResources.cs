namespace Plumbline.Emulator.Store;

/// <summary>Resources that are not stored: each is made when it is read, and always the same.</summary>
internal interface IVirtualResources
{
    /// <summary>The resource with this id, or null.</summary>
    StoredResource? Find(ResourceId id);

    /// <summary>A list of a scope of which only what is read is made.</summary>
    /// <param name="stored">What comes first.</param>
    IReadOnlyList<StoredResource> Listed(ArmState state, ResourceId scope, IEnumerable<StoredResource> stored);
}
