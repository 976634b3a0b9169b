using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses a query: a table (left out, it is <c>resources</c>) and operators behind pipes.</summary>
internal sealed class KqlParser
{
    /// <summary>The table of a query that names none.</summary>
    public const string DefaultTable = "resources";

    /// <summary>The longest query, in characters.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The most operators in a query, nested ones included; each is one level of nesting when rows are read.</summary>
    private const int MaxOperators = 200;

    private readonly TokenReader reader;
    private readonly OperatorParser operators;
    private int operatorCount;

    private KqlParser(TokenReader reader)
    {
        this.reader = reader;
        operators = new OperatorParser(reader, Nested);
    }

    /// <summary>The query of a text.</summary>
    /// <exception cref="KqlErrorException">It is none.</exception>
    public static KqlQuery Parse(string text)
    {
        var parser = Over(text);
        var query = parser.Nested();
        return parser.reader.Current.Kind == KqlTokenKind.End ? query : throw parser.reader.Unexpected("'|' or the end of the query");
    }

    /// <summary>The scalar expression of a text, as facets have it.</summary>
    /// <exception cref="KqlErrorException">It is none.</exception>
    public static KqlExpression ParseExpression(string text)
    {
        var parser = Over(text);
        var expression = parser.operators.Expressions.Parse();
        return parser.reader.Current.Kind == KqlTokenKind.End ? expression : throw parser.reader.Unexpected("the end of the expression");
    }

    private static KqlParser Over(string text) => text.Length <= MaxLength
        ? new KqlParser(new TokenReader(KqlLexer.Read(text)))
        : throw new KqlErrorException(new KqlError(KqlError.LimitExceeded, $"The query is longer than {MaxLength} characters.", new KqlPosition(1, 0), string.Empty));

    // INVARIANT: nested queries come here through TokenReader.Deeper, so they cannot exhaust the stack.
    private KqlQuery Nested()
    {
        var steps = ImmutableArray.CreateBuilder<KqlOperator>();
        var source = Source(steps);
        while (reader.TakeMark("|"))
        {
            if (++operatorCount > MaxOperators) throw reader.Failure($"The query has more than {MaxOperators} operators.", null);
            steps.Add(operators.Parse());
        }

        return new KqlQuery(source, steps.ToImmutable());
    }

    private KqlSource Source(ImmutableArray<KqlOperator>.Builder steps)
    {
        var at = reader.Current;
        if (reader.TakeMark("("))
        {
            var inner = reader.Deeper(Nested);
            reader.ExpectMark(")");
            return new NestedSource(at, inner);
        }

        if (at.IsName("union")) return Union(at, steps);
        if (OperatorParser.Names.Contains(at.Text) && at.Kind == KqlTokenKind.Name)
        {
            steps.Add(operators.Parse());
            return new TableSource(at, DefaultTable);
        }

        if (at.IsName("let") || at.IsName("set")) throw reader.Failure($"'{at.Text}' statements are not supported by Azure Resource Graph.", "a table");
        return at.Kind == KqlTokenKind.Name ? new TableSource(reader.Take(), at.Text) : throw reader.Unexpected("a table");
    }

    // "union a, b": the first leg is the source.
    private NestedSource Union(KqlToken at, ImmutableArray<KqlOperator>.Builder steps)
    {
        var union = (UnionOperator)operators.Parse();
        if (union.Legs.Length > 1 || union.SourceColumn is not null) steps.Add(union with { Legs = union.Legs[1..] });
        return new NestedSource(at, union.Legs[0]);
    }
}
