namespace Plumbline.Policy.Schemas;

/// <summary>What a property is in one api-version of its resource type.</summary>
[Flags]
public enum PropertyState
{
    /// <summary>The api-version does not have it.</summary>
    Absent = 0,

    /// <summary>The api-version has it.</summary>
    Present = 1,

    /// <summary>Every resource has it.</summary>
    Required = 2,

    /// <summary>The service sets it: a request cannot.</summary>
    ReadOnly = 4,

    /// <summary>A request sets it, and no answer shows it.</summary>
    WriteOnly = 8,

    /// <summary>Only some forms of the object have it: those with certain values of a discriminator such as <c>kind</c>.</summary>
    Conditional = 16,

    /// <summary>Its value, or that of an object around it, may be anything, in some form at least: it counts as present where nothing more is known.</summary>
    Untyped = 32,
}
