using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>Reads a <c>$filter</c>: <c>eq</c>, <c>ne</c>, <c>and</c>, <c>or</c>, parentheses, <c>'x' IN property</c> and functions without arguments.</summary>
internal sealed class FilterParser
{
    // The parser recurses; an id of a resource never needs more than a few levels.
    private const int MaxDepth = 32;
    private readonly ODataReader reader;
    private int depth;

    private FilterParser(ODataReader reader) => this.reader = reader;

    /// <summary>The filter; null and the problem when it is not one that is supported.</summary>
    public static FilterNode? Parse(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$filter", text, schema);
        var filter = new FilterParser(reader).Or();
        reader.ExpectEnd();
        error = reader.Error;
        return error is null ? filter : null;
    }

    private FilterNode? Or()
    {
        var left = And();
        while (left is not null && reader.TakeWord("or"))
        {
            if (And() is not { } right) return null;
            left = new OrNode(left, right);
        }

        return left;
    }

    private FilterNode? And()
    {
        var left = Primary();
        while (left is not null && reader.TakeWord("and"))
        {
            if (Primary() is not { } right) return null;
            left = new AndNode(left, right);
        }

        return left;
    }

    private FilterNode? Primary()
    {
        if (reader.TakeMark("(")) return Parenthesised();
        if (reader.Current.Kind == ODataTokenKind.Text) return Membership();
        if (reader.Following.IsMark("(")) return Function();
        return Comparison();
    }

    private FilterNode? Parenthesised()
    {
        if (++depth > MaxDepth)
        {
            reader.Fail($"the parentheses are nested deeper than {MaxDepth} levels");
            return null;
        }

        var inner = Or();
        depth--;
        return inner is not null && reader.Expect(")") ? inner : null;
    }

    private MembershipNode? Membership()
    {
        var literal = new TextValue(reader.Take().Text);
        if (!reader.TakeWord("in"))
        {
            reader.Fail($"'IN' is expected {reader.Here()}");
            return null;
        }

        return reader.ExpectProperty() is { } property ? new MembershipNode(literal, property) : null;
    }

    private FunctionNode? Function()
    {
        var name = reader.Take().Text;
        if (reader.Schema.FindFunction(name) is not { } function)
        {
            reader.Fail($"the function '{name}' is not supported");
            return null;
        }

        return reader.Expect("(") && reader.Expect(")") ? new FunctionNode(function) : null;
    }

    private ComparisonNode? Comparison()
    {
        if (reader.ExpectProperty() is not { } property) return null;
        var isNegated = reader.Current.IsWord("ne");
        if (!isNegated && !reader.Current.IsWord("eq"))
        {
            reader.Fail($"'eq' or 'ne' is expected {reader.Here()}; other operators are not supported");
            return null;
        }

        reader.Take();
        return Literal() is { } literal ? new ComparisonNode(property, isNegated, literal) : null;
    }

    private PolicyValue? Literal()
    {
        var token = reader.Current;
        if (token.Kind == ODataTokenKind.Text) return new TextValue(reader.Take().Text);
        PolicyValue? literal = token switch
        {
            _ when token.IsWord("true") => new BooleanValue(true),
            _ when token.IsWord("false") => new BooleanValue(false),
            _ when token.IsWord("null") => NullValue.Instance,
            _ when long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new IntegerValue(number),
            _ => null,
        };
        if (literal is null) reader.Fail($"a text in single quotes, a number, true, false or null is expected {reader.Here()}");
        else reader.Take();
        return literal;
    }
}
