using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses what stands in <c>dynamic(...)</c>: JSON, in which texts may have single quotes and values may be literals of the language.</summary>
internal static class DynamicLiteral
{
    /// <summary>The literal; the cursor stands behind the opening parenthesis.</summary>
    /// <exception cref="KqlErrorException">There is none.</exception>
    public static KqlExpression Parse(TokenReader reader, KqlToken at)
    {
        var value = Value(reader);
        reader.ExpectMark(")");
        return new LiteralExpression(at, value, KqlType.Dynamic);
    }

    private static KqlValue Value(TokenReader reader)
    {
        if (reader.Current.Kind == KqlTokenKind.Literal) return reader.Take().Value ?? KqlNull.Instance;
        if (reader.Current.Kind == KqlTokenKind.Name) return Word(reader);
        if (reader.TakeMark("-")) return Negative(reader);
        if (reader.TakeMark("[")) return reader.Deeper(() => KqlArray.Of(Until(reader, "]", () => Value(reader))));
        if (reader.TakeMark("{")) return reader.Deeper(() => KqlBag.Of(Until(reader, "}", () => Member(reader))));
        throw reader.Unexpected("a JSON value");
    }

    private static KqlValue Word(TokenReader reader) => reader.Current.Text switch
    {
        "true" or "false" => KqlBoolean.Of(reader.Take().Text == "true"),
        "null" when reader.Take() is not null => KqlNull.Instance,
        _ => throw reader.Unexpected("a JSON value"),
    };

    private static KqlValue Negative(TokenReader reader) => reader.Current.Value switch
    {
        KqlLong number when reader.Take() is not null => new KqlLong(-number.Value),
        KqlReal number when reader.Take() is not null => new KqlReal(-number.Value),
        _ => throw reader.Unexpected("a number"),
    };

    private static KeyValuePair<string, KqlValue> Member(TokenReader reader)
    {
        if (reader.Current.Value is not KqlText name) throw reader.Unexpected("a property name in quotes");
        reader.Take();
        reader.ExpectMark(":");
        return new(name.Value, Value(reader));
    }

    private static ImmutableArray<T> Until<T>(TokenReader reader, string close, Func<T> parse)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        if (reader.TakeMark(close)) return [];
        do items.Add(parse());
        while (reader.TakeMark(","));

        reader.ExpectMark(close);
        return items.ToImmutable();
    }
}
