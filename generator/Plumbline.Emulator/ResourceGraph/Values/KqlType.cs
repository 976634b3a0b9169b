using System.Collections.Immutable;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>The type of a column or expression. <c>int</c> is <see cref="Long"/>, <c>decimal</c> is <see cref="Real"/> and <c>guid</c> is <see cref="Text"/> here.</summary>
internal enum KqlType
{
    /// <summary>Any JSON value.</summary>
    Dynamic,

    /// <summary>True, false or null.</summary>
    Boolean,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A text; never null, only empty.</summary>
    Text,

    /// <summary>An instant in UTC.</summary>
    DateTime,

    /// <summary>A length of time.</summary>
    Timespan,
}

/// <summary>The names of the types.</summary>
internal static class KqlTypes
{
    private static readonly ImmutableDictionary<string, KqlType> ByName = new Dictionary<string, KqlType>
    {
        ["dynamic"] = KqlType.Dynamic,
        ["bool"] = KqlType.Boolean,
        ["boolean"] = KqlType.Boolean,
        ["int"] = KqlType.Long,
        ["long"] = KqlType.Long,
        ["real"] = KqlType.Real,
        ["double"] = KqlType.Real,
        ["decimal"] = KqlType.Real,
        ["string"] = KqlType.Text,
        ["guid"] = KqlType.Text,
        ["datetime"] = KqlType.DateTime,
        ["date"] = KqlType.DateTime,
        ["timespan"] = KqlType.Timespan,
        ["time"] = KqlType.Timespan,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>All names that queries may use.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The type of this name, or null.</summary>
    public static KqlType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>As messages and queries name it.</summary>
    public static string KqlName(this KqlType type) => type switch
    {
        KqlType.Boolean => "bool",
        KqlType.Text => "string",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>As the <c>columns</c> of a <c>table</c> result name it: the <c>ColumnDataType</c> of the REST specification.</summary>
    public static string ColumnDataType(this KqlType type) => type switch
    {
        KqlType.Dynamic => "object",
        KqlType.Boolean => "boolean",
        KqlType.Long => "integer",
        KqlType.Real => "number",
        KqlType.DateTime => "datetime",
        _ => "string",
    };
}
