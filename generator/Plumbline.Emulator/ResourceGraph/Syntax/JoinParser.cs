using System.Collections.Immutable;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses the operators that take a second query: <c>join</c>, <c>lookup</c>, <c>union</c>.</summary>
internal sealed class JoinParser(TokenReader reader, ExpressionParser expressions, Func<KqlQuery> parseQuery)
{
    private static readonly ImmutableArray<string> Kinds =
        ["innerunique", "inner", "leftouter", "rightouter", "fullouter", "leftanti", "anti", "leftantisemi", "rightanti", "rightantisemi", "leftsemi", "rightsemi"];

    /// <summary>Behind <c>join</c> or <c>lookup</c>.</summary>
    public JoinOperator Join(KqlToken at, bool isLookup)
    {
        var kind = isLookup ? "leftouter" : "innerunique";
        while (reader.Current.IsName("kind") || reader.Current.IsName("hint"))
        {
            if (reader.Take().Text == "hint") throw reader.Failure("Custom join strategies ('hint.') are not supported by Azure Resource Graph.", null);
            reader.ExpectMark("=");
            kind = Kinds.FirstOrDefault(reader.TakeName) ?? throw reader.Unexpected(string.Join(", ", Kinds));
        }

        if (isLookup && kind is not ("leftouter" or "inner")) throw reader.Failure($"lookup is of kind 'leftouter' or 'inner', not '{kind}'.", null);
        var right = Leg();
        reader.ExpectName("on");
        return new JoinOperator(at, isLookup, kind, right, expressions.List(Key));
    }

    /// <summary>Behind <c>union</c>.</summary>
    public UnionOperator Union(KqlToken at)
    {
        var (isInner, sourceColumn) = (false, (string?)null);
        while (reader.IsAssignment())
        {
            var option = reader.ExpectAnyName("an option");
            reader.ExpectMark("=");
            switch (option)
            {
                case "kind":
                    isInner = reader.TakeName("inner");
                    if (!isInner) reader.ExpectName("outer");
                    break;
                case "withsource":
                    sourceColumn = reader.ExpectAnyName("a column name");
                    break;
                default:
                    throw reader.Failure($"union has the options 'kind' and 'withsource', not '{option}'.", null);
            }
        }

        return new UnionOperator(at, isInner, sourceColumn, expressions.List(Leg));
    }

    private KqlQuery Leg()
    {
        var at = reader.Current;
        if (reader.TakeMark("("))
        {
            var query = reader.Deeper(parseQuery);
            reader.ExpectMark(")");
            return query;
        }

        return at.Kind == KqlTokenKind.Name ? new KqlQuery(new TableSource(reader.Take(), at.Text), []) : throw reader.Unexpected("a table or a query in parentheses");
    }

    private JoinKey Key()
    {
        var first = expressions.Parse();
        return first switch
        {
            BinaryExpression { Operator: "==" } pair when IsSide(pair.Left, "$left") && IsSide(pair.Right, "$right") => new JoinKey(Inner(pair.Left), Inner(pair.Right)),
            BinaryExpression { Operator: "==" } pair when IsSide(pair.Left, "$right") && IsSide(pair.Right, "$left") => new JoinKey(Inner(pair.Right), Inner(pair.Left)),
            ColumnExpression => new JoinKey(first, first),
            _ => throw reader.Failure("A join is on a column of both sides, or on '$left.column == $right.column'.", null),
        };
    }

    private static bool IsSide(KqlExpression expression, string side) => expression is MemberExpression { Target: ColumnExpression column } && column.Name == side;

    private static KqlExpression Inner(KqlExpression side) => side is MemberExpression member ? new ColumnExpression(member.At, member.Name) : side;
}
