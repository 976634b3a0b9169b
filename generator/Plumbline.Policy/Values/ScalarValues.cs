namespace Plumbline.Policy.Values;

/// <summary>No value: a property that is missing. Not the same as null.</summary>
public sealed record UndefinedValue : PolicyValue
{
    private UndefinedValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static UndefinedValue Instance { get; } = new();
}

/// <summary>JSON null.</summary>
public sealed record NullValue : PolicyValue
{
    private NullValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static NullValue Instance { get; } = new();
}

/// <summary>A JSON boolean.</summary>
public sealed record BooleanValue(bool Value) : PolicyValue
{
    private static readonly BooleanValue True = new(true);
    private static readonly BooleanValue False = new(false);

    /// <summary>The shared instance for a truth value.</summary>
    public static BooleanValue Of(bool value) => value ? True : False;
}

/// <summary>A JSON number without fraction or exponent that fits 64 bits.</summary>
public sealed record IntegerValue(long Value) : PolicyValue;

/// <summary>Any other JSON number.</summary>
public sealed record FloatValue(double Value) : PolicyValue;

/// <summary>A JSON string.</summary>
public sealed record TextValue(string Value) : PolicyValue;
