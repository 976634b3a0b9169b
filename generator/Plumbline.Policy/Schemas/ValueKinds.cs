namespace Plumbline.Policy.Schemas;

/// <summary>The JSON types that a value may have. A property with several is a union, or differs between the forms of its object.</summary>
[Flags]
public enum ValueKinds
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>A string.</summary>
    String = 1,

    /// <summary>A number; the schemas do not tell whole numbers from others.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>An object.</summary>
    Object = 8,

    /// <summary>An array.</summary>
    Array = 16,

    /// <summary>Anything.</summary>
    Any = 32,
}
