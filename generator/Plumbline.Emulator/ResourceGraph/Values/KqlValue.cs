namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>A value of a query. A <c>dynamic</c> expression may give any of them; the other types give their own kind or null.</summary>
internal abstract record KqlValue;

/// <summary>No value: a missing property, JSON null, or what cannot be converted.</summary>
internal sealed record KqlNull : KqlValue
{
    private KqlNull()
    {
    }

    /// <summary>The only instance.</summary>
    public static KqlNull Instance { get; } = new();
}

/// <summary>A truth value.</summary>
internal sealed record KqlBoolean : KqlValue
{
    private static readonly KqlBoolean True = new(true);
    private static readonly KqlBoolean False = new(false);

    private KqlBoolean(bool value) => Value = value;

    /// <summary>The truth value.</summary>
    public bool Value { get; }

    /// <summary>The shared instance for a truth value.</summary>
    public static KqlBoolean Of(bool value) => value ? True : False;
}

/// <summary>A whole number.</summary>
internal sealed record KqlLong(long Value) : KqlValue;

/// <summary>A floating-point number.</summary>
internal sealed record KqlReal(double Value) : KqlValue;

/// <summary>A text.</summary>
internal sealed record KqlText(string Value) : KqlValue
{
    /// <summary>The text without characters, which stands for the missing text.</summary>
    public static KqlText Empty { get; } = new(string.Empty);
}

/// <summary>An instant, in UTC.</summary>
internal sealed record KqlDateTime(DateTime Value) : KqlValue;

/// <summary>A length of time.</summary>
internal sealed record KqlTimespan(TimeSpan Value) : KqlValue;
