namespace Plumbline.Testing.Documents;

/// <summary>The request that a test asks about.</summary>
public enum WriteRequest
{
    /// <summary>None: the resource is there already, and scanned.</summary>
    None,

    /// <summary>The resource is created or replaced.</summary>
    Put,

    /// <summary>The resource is changed.</summary>
    Patch,

    /// <summary>The resource is deleted: only <c>denyAction</c> looks at that.</summary>
    Delete,
}
