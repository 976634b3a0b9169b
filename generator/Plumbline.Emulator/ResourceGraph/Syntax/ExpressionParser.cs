using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses scalar expressions: <c>or</c>, <c>and</c>, comparisons, sums, products, signs, paths, calls.</summary>
internal sealed class ExpressionParser(TokenReader reader, Func<KqlQuery> parseQuery)
{
    /// <summary>How many operators of one level may stand in a row; each is one level of the tree.</summary>
    private const int MaxChain = 128;

    private static readonly ImmutableArray<string> ComparisonMarks = ["==", "!=", "<>", "=~", "!~", "<", ">", "<=", ">="];

    /// <summary>One expression.</summary>
    /// <exception cref="KqlErrorException">There is none.</exception>
    public KqlExpression Parse() => reader.Deeper(() => Junction("or", () => Junction("and", Comparison)));

    /// <summary><c>name = expression</c> or an expression.</summary>
    public NamedExpression Named()
    {
        if (!reader.IsAssignment()) return new NamedExpression(null, Parse());
        var name = reader.ExpectAnyName("a column name");
        reader.ExpectMark("=");
        return new NamedExpression(name, Parse());
    }

    /// <summary>One or more of what <paramref name="parse"/> reads, with commas between.</summary>
    public ImmutableArray<T> List<T>(Func<T> parse)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do items.Add(parse());
        while (reader.TakeMark(","));

        return items.ToImmutable();
    }

    private KqlExpression Junction(string word, Func<KqlExpression> next)
    {
        var first = next();
        if (!reader.Current.IsName(word)) return first;
        var (at, terms) = (reader.Current, ImmutableArray.CreateBuilder<KqlExpression>());
        terms.Add(first);
        while (reader.TakeName(word)) terms.Add(next());
        return new JunctionExpression(at, word == "and", terms.ToImmutable());
    }

    private KqlExpression Comparison() => Chain(Sum, left =>
    {
        var at = reader.Current;
        if (ComparisonMarks.Any(at.IsMark)) return new BinaryExpression(reader.Take(), at.Text == "<>" ? "!=" : at.Text, left, Sum());
        return WordOperator() switch
        {
            null => null,
            "between" or "!between" => Between(at, left, at.IsMark("!")),
            "matches" => MatchesRegex(at, left),
            var name when WordOperators.TakesSet(name) => Set(at, name, left),
            var name => new BinaryExpression(at, name, left, Sum()),
        };
    });

    // Takes an operator in words, with the "!" before it and the "~" behind it; null, and takes nothing, when none stands here.
    private string? WordOperator()
    {
        var isNegated = reader.Current.IsMark("!") && reader.Following.Offset == reader.Current.End;
        var word = isNegated ? reader.Following : reader.Current;
        if (word.Kind != KqlTokenKind.Name) return null;
        var tilde = reader.Ahead(isNegated ? 2 : 1);
        var isTilde = tilde.IsMark("~") && tilde.Offset == word.End;
        var name = $"{(isNegated ? "!" : "")}{word.Text}{(isTilde ? "~" : "")}";
        if (!WordOperators.All.Contains(name))
        {
            return isNegated || isTilde ? throw reader.Unexpected(WordOperators.Nearest(name)) : null;
        }

        for (var count = 1 + (isNegated ? 1 : 0) + (isTilde ? 1 : 0); count > 0; count--) reader.Take();
        return name;
    }

    private BetweenExpression Between(KqlToken at, KqlExpression operand, bool isNegated)
    {
        reader.ExpectMark("(");
        var low = Parse();
        reader.ExpectMark("..");
        var high = Parse();
        reader.ExpectMark(")");
        return new BetweenExpression(at, operand, low, high, isNegated);
    }

    private BinaryExpression MatchesRegex(KqlToken at, KqlExpression left)
    {
        reader.ExpectName("regex");
        return new BinaryExpression(at, "matches regex", left, Sum());
    }

    private SetExpression Set(KqlToken at, string name, KqlExpression left)
    {
        reader.ExpectMark("(");
        if (reader.TakeMark(")")) return new SetExpression(at, name, left, [], null);
        var start = reader.Current.IsMark("(") ? 1 : 0;
        var isQuery = reader.Ahead(start).Kind == KqlTokenKind.Name && reader.Ahead(start + 1).IsMark("|");
        var query = isQuery ? reader.Deeper(parseQuery) : null;
        var members = isQuery ? [] : List(Parse);
        reader.ExpectMark(")");
        return new SetExpression(at, name, left, members, query);
    }

    private KqlExpression Sum() => Chain(Product, left => reader.Current.IsMark("+") || reader.Current.IsMark("-")
        ? new BinaryExpression(reader.Current, reader.Take().Text, left, Product())
        : null);

    private KqlExpression Product() => Chain(Sign, left => reader.Current.IsMark("*") || reader.Current.IsMark("/") || reader.Current.IsMark("%")
        ? new BinaryExpression(reader.Current, reader.Take().Text, left, Sign())
        : null);

    private KqlExpression Sign() => reader.Current.IsMark("-") || reader.Current.IsMark("+")
        ? reader.Deeper(() => new SignExpression(reader.Current, reader.Take().Text == "-", Sign()))
        : Path();

    private KqlExpression Path() => Chain(Primary, target =>
    {
        var at = reader.Current;
        if (reader.TakeMark(".")) return new MemberExpression(at, target, reader.ExpectAnyName("a property name"));
        if (!reader.TakeMark("[")) return null;
        var index = Parse();
        reader.ExpectMark("]");
        return new ElementExpression(at, target, index);
    });

    private KqlExpression Primary()
    {
        var at = reader.Current;
        if (at.Kind == KqlTokenKind.Literal) return new LiteralExpression(reader.Take(), at.Value ?? KqlNull.Instance, at.Type);
        if (reader.IsQuotedName()) return new ColumnExpression(at, reader.ExpectAnyName("a column name"));
        if (at.Kind == KqlTokenKind.Name) return reader.Following.IsMark("(") ? Call() : Word();
        if (!reader.TakeMark("(")) throw reader.Unexpected("an expression");
        var inner = Parse();
        reader.ExpectMark(")");
        return inner;
    }

    private KqlExpression Word()
    {
        var at = reader.Take();
        return at.Text is "true" or "false" ? new LiteralExpression(at, KqlBoolean.Of(at.Text == "true"), KqlType.Boolean) : new ColumnExpression(at, at.Text);
    }

    private KqlExpression Call()
    {
        var at = reader.Take();
        reader.ExpectMark("(");
        if (at.Text == "dynamic") return DynamicLiteral.Parse(reader, at);
        if (reader.TakeMark(")")) return new CallExpression(at, at.Text, []);
        var arguments = List(() => reader.Current.IsMark("*") ? new StarExpression(reader.Take()) : Parse());
        reader.ExpectMark(")");
        return new CallExpression(at, at.Text, arguments);
    }

    // Operators of one level, from left to right.
    private KqlExpression Chain(Func<KqlExpression> first, Func<KqlExpression, KqlExpression?> next)
    {
        var left = first();
        for (var count = 0; next(left) is { } longer; count++)
        {
            if (count == MaxChain) throw reader.Failure($"More than {MaxChain} operators stand in a row.", null);
            left = longer;
        }

        return left;
    }
}
