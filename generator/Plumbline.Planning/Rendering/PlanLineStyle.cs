namespace Plumbline.Planning.Rendering;

/// <summary>What a line of a rendering is, for a console to colour it by.</summary>
public enum PlanLineStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>A headline.</summary>
    Heading,

    /// <summary>Something that matters less.</summary>
    Faint,

    /// <summary>Something is made or added.</summary>
    Create,

    /// <summary>Something is changed.</summary>
    Update,

    /// <summary>Something takes the place of another object.</summary>
    Successor,

    /// <summary>Something gets our mark.</summary>
    Adopt,

    /// <summary>Something is deleted or removed.</summary>
    Delete,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Failure,
}
