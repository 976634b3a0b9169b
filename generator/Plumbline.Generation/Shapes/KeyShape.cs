namespace Plumbline.Generation.Shapes;

/// <summary>A key of an <see cref="ObjectShape"/>.</summary>
public sealed record KeyShape(string Name, Shape Shape)
{
    /// <summary>Whether the key may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A key that must be there when this one is, or null.</summary>
    public string? Needs { get; init; }

    /// <summary>A key that must be there.</summary>
    public static KeyShape Required(string name, Shape shape) => new(name, shape);

    /// <summary>A key that may be left out; given, it may need another one.</summary>
    public static KeyShape Optional(string name, Shape shape, string? needs = null) => new(name, shape) { IsOptional = true, Needs = needs };
}
