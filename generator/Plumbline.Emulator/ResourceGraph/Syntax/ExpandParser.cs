using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Parses <c>mv-expand</c> and <c>parse</c>.</summary>
internal sealed class ExpandParser(TokenReader reader, ExpressionParser expressions)
{
    /// <summary>Behind <c>mv-expand</c>.</summary>
    public ExpandOperator Expand(KqlToken at)
    {
        var (indexName, bagsAsArrays) = (default(string), false);
        while (reader.IsAssignment() && reader.Current.Text is "bagexpansion" or "kind" or "with_itemindex")
        {
            var option = reader.Take().Text;
            reader.ExpectMark("=");
            if (option == "with_itemindex") indexName = reader.ExpectAnyName("a column name");
            else bagsAsArrays = reader.TakeName("array") || (!reader.TakeName("bag") ? throw reader.Unexpected("'bag' or 'array'") : false);
        }

        var columns = expressions.List(Column);
        return new ExpandOperator(at, columns, indexName, bagsAsArrays, reader.TakeName("limit") ? reader.ExpectCount() : null);
    }

    /// <summary>Behind <c>parse</c> or <c>parse-where</c>.</summary>
    public ParseOperator ParseText(KqlToken at, bool isFilter)
    {
        if (reader.TakeName("kind"))
        {
            reader.ExpectMark("=");
            if (!reader.TakeName("simple")) throw reader.Failure("Only parse of kind 'simple' is supported.", "'simple'");
        }

        var expression = expressions.Parse();
        reader.ExpectName("with");
        var parts = ImmutableArray.CreateBuilder<ParsePart>();
        while (reader.Current.Kind is KqlTokenKind.Name or KqlTokenKind.Literal || reader.Current.IsMark("*")) parts.Add(Part());
        return parts.Count == 0 ? throw reader.Unexpected("a text, a column or '*'") : new ParseOperator(at, expression, parts.ToImmutable(), isFilter);
    }

    private ExpandedColumn Column()
    {
        var named = expressions.Named();
        if (!reader.TakeName("to")) return new ExpandedColumn(named.Name, named.Expression, null);
        reader.ExpectName("typeof");
        reader.ExpectMark("(");
        var type = Type();
        reader.ExpectMark(")");
        return new ExpandedColumn(named.Name, named.Expression, type);
    }

    private ParsePart Part()
    {
        if (reader.TakeMark("*")) return new ParsePart(null, null, KqlType.Dynamic);
        if (reader.Current.Kind == KqlTokenKind.Literal) return reader.Current.Value is KqlText && reader.Take().Value is KqlText text ? new ParsePart(text.Value, null, KqlType.Text) : throw reader.Unexpected("a text");
        var name = reader.ExpectAnyName("a column name");
        return new ParsePart(null, name, reader.TakeMark(":") ? Type() : KqlType.Text);
    }

    private KqlType Type()
    {
        var type = KqlTypes.Find(reader.Current.Text) ?? throw reader.Unexpected("a type: " + string.Join(", ", KqlTypes.Names));
        reader.Take();
        return type;
    }
}
