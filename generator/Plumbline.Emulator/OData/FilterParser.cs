using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>
/// Reads a condition: <c>or</c>, <c>and</c>, <c>not</c>, <c>eq ne lt le gt ge</c>, <c>in</c> with a list or a property, parentheses, functions, and literals. The
/// precedence is OData's: <c>not</c>, then comparisons, then <c>and</c>, then <c>or</c>.
/// </summary>
internal sealed class FilterParser
{
    // The parser recurses; an id of a resource never needs more than a few levels.
    private const int MaxDepth = 32;
    private readonly ODataReader reader;
    private readonly OperandParser operands;
    private int depth;

    private FilterParser(ODataReader reader)
    {
        this.reader = reader;
        operands = new OperandParser(reader, Nested);
    }

    /// <summary>The filter; null and the problem when it is not one that is supported.</summary>
    public static FilterNode? Parse(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$filter", text, schema);
        var filter = Read(reader);
        reader.ExpectEnd();
        error = reader.Error;
        return error is null ? filter : null;
    }

    /// <summary>Reads a condition that stands inside another expression; null after failing.</summary>
    public static FilterNode? Read(ODataReader reader)
    {
        var filter = new FilterParser(reader).Or();
        if (filter is null || filter.Type == ODataType.Truth) return filter;
        return reader.Fail<FilterNode>("the expression is a value, not a condition");
    }

    private FilterNode? Or() => Chain("or", And, terms => new OrNode(terms));

    private FilterNode? And() => Chain("and", Comparison, terms => new AndNode(terms));

    private FilterNode? Chain(string word, Func<FilterNode?> next, Func<ImmutableArray<FilterNode>, FilterNode> join)
    {
        if (next() is not { } first) return null;
        if (!reader.Current.IsWord(word)) return first;
        var terms = ImmutableArray.CreateBuilder<FilterNode>();
        terms.Add(first);
        while (reader.TakeWord(word))
        {
            if (next() is not { } term) return null;
            terms.Add(term);
        }

        return terms.All(term => term.Type == ODataType.Truth)
            ? join(terms.ToImmutable())
            : reader.Fail<FilterNode>($"'{word}' joins conditions, not values");
    }

    private FilterNode? Comparison()
    {
        var left = Unary();
        while (left is not null)
        {
            if (reader.TakeWord("in")) left = In(left);
            else if (Operator() is { } comparison) left = Compare(left, comparison);
            else break;
        }

        return left;
    }

    private FilterNode? Unary()
    {
        if (!reader.Current.IsWord("not")) return operands.Read();
        reader.Take();
        if (Nested(Unary) is not { } term) return null;
        return term.Type == ODataType.Truth ? new NotNode(term) : reader.Fail<FilterNode>("'not' takes a condition, not a value");
    }

    private FilterNode? Compare(FilterNode left, ComparisonOperator comparison)
    {
        var word = reader.Take().Text;
        if (Unary() is not { } right) return null;
        (left, right) = (OperandParser.AsInstant(left, right), OperandParser.AsInstant(right, left));
        return ComparisonNode.CanCompare(left.Type, right.Type, comparison)
            ? new ComparisonNode(left, comparison, right)
            : reader.Fail<FilterNode>($"'{word.ToLowerInvariant()}' cannot compare {NameOf(left.Type)} and {NameOf(right.Type)}");
    }

    private FilterNode? In(FilterNode value)
    {
        if (!reader.TakeMark("(")) return InProperty(value);
        var choices = ImmutableArray.CreateBuilder<FilterNode>();
        do
        {
            if (operands.Literal() is not { } given) return reader.Fail<FilterNode>($"a literal is expected {reader.Here()}");
            var literal = OperandParser.AsInstant(given, value);
            if (!ComparisonNode.CanCompare(value.Type, literal.Type, ComparisonOperator.Equal))
                return reader.Fail<FilterNode>($"'in' cannot compare {NameOf(value.Type)} and {NameOf(literal.Type)}");
            choices.Add(new ComparisonNode(value, ComparisonOperator.Equal, literal));
        }
        while (reader.TakeMark(","));

        return reader.Expect(")") ? new OrNode(choices.ToImmutable()) : null;
    }

    // PolicyInsights' own form: 'group' IN PolicyDefinitionGroupNames.
    private InPropertyNode? InProperty(FilterNode value)
    {
        if (reader.ExpectProperty() is not { } name) return null;
        var type = reader.Schema.TypeOf(name);
        return type is ODataType.List or ODataType.Any ? new InPropertyNode(value, new PropertyNode(name, type)) : reader.Fail<InPropertyNode>($"'{name}' is not a list");
    }

    private ComparisonOperator? Operator() => reader.Current switch
    {
        { Kind: not ODataTokenKind.Word } => null,
        var token when token.IsWord("eq") => ComparisonOperator.Equal,
        var token when token.IsWord("ne") => ComparisonOperator.NotEqual,
        var token when token.IsWord("lt") => ComparisonOperator.Less,
        var token when token.IsWord("le") => ComparisonOperator.LessOrEqual,
        var token when token.IsWord("gt") => ComparisonOperator.Greater,
        var token when token.IsWord("ge") => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    private FilterNode? Nested(Func<FilterNode?> read)
    {
        if (++depth > MaxDepth) return reader.Fail<FilterNode>($"the expression is nested deeper than {MaxDepth} levels");
        var node = read();
        depth--;
        return node;
    }

    private FilterNode? Nested() => Nested(Or);

    private static string NameOf(ODataType type) => type switch
    {
        ODataType.Text => "a text",
        ODataType.Truth => "a boolean",
        ODataType.Number => "a number",
        ODataType.Instant => "an instant",
        ODataType.List => "a list",
        ODataType.Nothing => "null",
        _ => "an object",
    };
}
