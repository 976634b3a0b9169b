using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses the operators behind pipes.</summary>
internal sealed class OperatorParser
{
    private readonly TokenReader reader;
    private readonly JoinParser joins;
    private readonly ExpandParser expansions;

    /// <summary>Over a cursor; <paramref name="parseQuery"/> reads a nested query.</summary>
    public OperatorParser(TokenReader reader, Func<KqlQuery> parseQuery)
    {
        this.reader = reader;
        Expressions = new ExpressionParser(reader, parseQuery);
        joins = new JoinParser(reader, Expressions, parseQuery);
        expansions = new ExpandParser(reader, Expressions);
    }

    /// <summary>The names of all operators.</summary>
    public static ImmutableHashSet<string> Names { get; } =
    [
        "where", "filter", "project", "project-away", "project-keep", "project-rename", "project-reorder", "extend", "summarize", "distinct", "sort", "order", "top",
        "take", "limit", "count", "mv-expand", "mvexpand", "join", "lookup", "union", "parse", "parse-where",
    ];

    /// <summary>Parses scalar expressions.</summary>
    public ExpressionParser Expressions { get; }

    /// <summary>The operator at the cursor.</summary>
    /// <exception cref="KqlErrorException">There is none.</exception>
    public KqlOperator Parse()
    {
        var (at, name) = (reader.Current, Name());
        if (name is null || !Names.Contains(name)) throw Unsupported(name);
        for (var count = 1 + (2 * name.Count(character => character == '-')); count > 0; count--) reader.Take();
        return name switch
        {
            "where" or "filter" => new WhereOperator(at, Expressions.Parse()),
            "project" or "extend" => new ProjectOperator(at, name == "extend", Expressions.List(Expressions.Named)),
            "project-away" or "project-keep" or "project-reorder" => new ColumnsOperator(at, name, Expressions.List(Pattern)),
            "project-rename" => new RenameOperator(at, Expressions.List(Renamed)),
            "summarize" => Summarize(at),
            "distinct" => new DistinctOperator(at, reader.Current.IsMark("*") ? [new(null, new StarExpression(reader.Take()))] : Expressions.List(Expressions.Named)),
            "sort" or "order" => new SortOperator(at, Keys(), null),
            "top" => Top(at),
            "take" or "limit" => new TakeOperator(at, reader.ExpectCount()),
            "count" => new CountOperator(at),
            "join" or "lookup" => joins.Join(at, name == "lookup"),
            "union" => joins.Union(at),
            "parse" or "parse-where" => expansions.ParseText(at, name == "parse-where"),
            _ => expansions.Expand(at),
        };
    }

    // "project-away" is three tokens without space between them.
    private string? Name()
    {
        if (reader.Current.Kind != KqlTokenKind.Name) return null;
        var (dash, second) = (reader.Following, reader.Ahead(2));
        return dash.IsMark("-") && dash.Offset == reader.Current.End && second.Kind == KqlTokenKind.Name && second.Offset == dash.End
            ? $"{reader.Current.Text}-{second.Text}"
            : reader.Current.Text;
    }

    private KqlErrorException Unsupported(string? name)
    {
        if (name is null) return reader.Unexpected("an operator");
        var near = NearestName.Find(name, Names.Order(StringComparer.Ordinal));
        return reader.Failure(
            $"The operator '{name}' is not supported.{(near is null ? "" : $" Did you mean '{near}'?")} Supported are {string.Join(", ", Names.Order(StringComparer.Ordinal))}.",
            near is null ? "an operator" : $"'{near}'");
    }

    private SummarizeOperator Summarize(KqlToken at)
    {
        var aggregates = reader.Current.IsName("by") ? [] : Expressions.List(Expressions.Named);
        return new SummarizeOperator(at, aggregates, reader.TakeName("by") ? Expressions.List(Expressions.Named) : []);
    }

    private SortOperator Top(KqlToken at)
    {
        var count = reader.ExpectCount();
        return new SortOperator(at, Keys(), count);
    }

    private ImmutableArray<SortKey> Keys()
    {
        reader.ExpectName("by");
        return Expressions.List(Key);
    }

    // The default is "desc"; nulls stand at the small end.
    private SortKey Key()
    {
        var expression = Expressions.Parse();
        var isAscending = reader.TakeName("asc");
        if (!isAscending) reader.TakeName("desc");
        if (!reader.TakeName("nulls")) return new SortKey(expression, isAscending, isAscending);
        if (reader.TakeName("first")) return new SortKey(expression, isAscending, true);
        reader.ExpectName("last");
        return new SortKey(expression, isAscending, false);
    }

    // A name in which "*" stands for any characters. Its parts are tokens without space between them.
    private string Pattern()
    {
        if (reader.IsQuotedName()) return reader.ExpectAnyName("a column name");
        var pattern = string.Empty;
        for (var end = reader.Current.Offset; (reader.Current.Kind == KqlTokenKind.Name || reader.Current.IsMark("*")) && reader.Current.Offset == end; end = reader.Take().End)
        {
            pattern += reader.Current.Text;
        }

        if (pattern.Length == 0) throw reader.Unexpected("a column name");
        if (pattern.Count(character => character == '*') > 4) throw reader.Failure("A column pattern has more than 4 '*'.", null);
        return pattern;
    }

    private (string NewName, ColumnExpression Column) Renamed()
    {
        var name = reader.ExpectAnyName("a column name");
        reader.ExpectMark("=");
        var at = reader.Current;
        return (name, new ColumnExpression(at, reader.ExpectAnyName("a column name")));
    }
}
