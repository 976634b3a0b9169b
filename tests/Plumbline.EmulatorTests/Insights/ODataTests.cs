using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.OData;
using Plumbline.Policy.Values;

namespace Plumbline.EmulatorTests.Insights;

public sealed class ODataTests
{
    private static readonly ODataSchema Schema = new("Thing", ["name", "size", "isOpen", "made", "tags", "detail", "empty", "untyped"], ["atScope()"])
    {
        Types = new Dictionary<string, ODataType>
        {
            ["name"] = ODataType.Text, ["size"] = ODataType.Number, ["isOpen"] = ODataType.Truth, ["made"] = ODataType.Instant, ["tags"] = ODataType.List, ["detail"] = ODataType.Complex,
            ["empty"] = ODataType.Text,
        }.ToImmutableDictionary(),
    };

    private static readonly ObjectValue Row = PolicyValueReader.Object(
        ("name", new TextValue("Anna's App")), ("size", new IntegerValue(7)), ("isOpen", new BooleanValue(true)), ("made", new TextValue("2026-03-04T05:06:07.0000000Z")),
        ("tags", new ArrayValue([new TextValue("NS-2"), new TextValue("it's")])), ("untyped", new FloatValue(1.5)), ("atScope()", new BooleanValue(true)));

    [Theory]
    [InlineData("name eq 'anna''s app'", true)]
    [InlineData("Name ne 'other' and SIZE eq 7", true)]
    [InlineData("size lt 8 and size le 7 and size gt 6 and size ge 7.0", true)]
    [InlineData("size gt 7", false)]
    [InlineData("size gt -1", true)]
    [InlineData("name lt 'b' and name gt 'a'", true)]
    [InlineData("isOpen", true)]
    [InlineData("not isOpen", false)]
    [InlineData("not isOpen eq false", true)]
    [InlineData("not (size eq 7 or size eq 8)", false)]
    [InlineData("size eq 1 and size eq 1 or size eq 7", true)]
    [InlineData("size eq 1 and (size eq 1 or size eq 7)", false)]
    [InlineData("empty eq null and name ne null", true)]
    [InlineData("null eq empty", true)]
    [InlineData("empty lt 'x'", false)]
    [InlineData("not contains(empty, 'x')", false)]
    [InlineData("'ns-2' IN tags", true)]
    [InlineData("'it''s' in Tags", true)]
    [InlineData("'NS-3' in tags", false)]
    [InlineData("name in ('x', 'ANNA''S APP')", true)]
    [InlineData("size in (1, 7)", true)]
    [InlineData("size in (1, 2)", false)]
    [InlineData("contains(name, 'APP') and startswith(name, 'anna') and endswith(name, 'pp')", true)]
    [InlineData("substringof('app', name)", true)]
    [InlineData("contains(name, 'x') eq false", true)]
    [InlineData("tolower(name) eq 'anna''s app' and length(toupper(name)) eq 10", true)]
    [InlineData("substring(name, 7) eq 'App' and substring(name, 0, 4) eq 'Anna' and substring(name, 99) eq ''", true)]
    [InlineData("concat(concat(name, '!'), '?') eq 'Anna''s App!?' and indexof(name, 'app') eq 7 and trim(' x ') eq 'x'", true)]
    [InlineData("made ge 2026-03-04 and made lt 2026-03-04T07:06:08+02:00", true)]
    [InlineData("made eq '2026-03-04T06:06:07+01:00'", true)]
    [InlineData("made in (2026-03-04T05:06:07Z)", true)]
    [InlineData("year(made) eq 2026 and month(made) eq 3 and day(made) eq 4 and hour(made) eq 5 and minute(made) eq 6 and second(made) eq 7", true)]
    [InlineData("untyped eq 1.5 and untyped lt 2", true)]
    [InlineData("untyped eq 'x'", false)]
    [InlineData("atScope()", true)]
    public void Filter_selects_as_odata_says(string filter, bool expected)
    {
        var node = FilterParser.Parse(filter, Schema, out var error);

        Assert.Null(error);
        Assert.Equal(expected, node?.Matches(Row));
    }

    [Theory]
    [InlineData("", "a property name is expected at the end")]
    [InlineData("colour eq 'red'", "could not find a property named 'colour' on type 'Thing'")]
    [InlineData("name eq", "a property name is expected at the end")]
    [InlineData("name eq 'open", "the text that starts at position 8 has no closing quote")]
    [InlineData("name = 'x'", "the character '=' at position 5 is not expected")]
    [InlineData("name eq 'x' size eq 7", "the end is expected at position 12, where 'size' stands")]
    [InlineData("name", "the expression is a value, not a condition")]
    [InlineData("untyped", "the expression is a value, not a condition")]
    [InlineData("size eq 7 and name", "'and' joins conditions, not values")]
    [InlineData("not name", "'not' takes a condition, not a value")]
    [InlineData("name eq 7", "'eq' cannot compare a text and a number")]
    [InlineData("size gt null", "'gt' cannot compare a number and null")]
    [InlineData("made gt 'yesterday'", "'gt' cannot compare an instant and a text")]
    [InlineData("tags eq 'NS-2'", "'eq' cannot compare a list and a text")]
    [InlineData("detail eq 'x'", "'eq' cannot compare an object and a text")]
    [InlineData("'x' in name", "'name' is not a list")]
    [InlineData("name in ('a', 7)", "'in' cannot compare a text and a number")]
    [InlineData("name in ()", "a literal is expected at position 9, where ')' stands")]
    [InlineData("(name eq 'x'", "')' is expected at the end")]
    [InlineData("soundex(name) eq 'x'", "the function 'soundex' is not supported")]
    [InlineData("contains(name)", "the function 'contains' does not take 1 arguments")]
    [InlineData("contains(size, 'x')", "argument 1 of the function 'contains' has the wrong type")]
    public void Filter_that_cannot_be_is_refused_with_the_reason(string filter, string problem)
    {
        Assert.Null(FilterParser.Parse(filter, Schema, out var error));
        Assert.Equal($"Invalid $filter: {problem}.", error);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("tolower(")]
    public void Filter_is_not_nested_without_end(string opening)
    {
        Assert.Null(FilterParser.Parse(string.Concat(Enumerable.Repeat(opening, 100_000)) + "isOpen", Schema, out var error));
        Assert.Equal("Invalid $filter: the expression is nested deeper than 32 levels.", error);
    }

    [Fact]
    public void Long_chain_is_no_deep_tree()
    {
        var node = FilterParser.Parse(string.Join(" or ", Enumerable.Range(100, 100_000).Select(size => string.Create(CultureInfo.InvariantCulture, $"size eq {size}"))) + " or isOpen", Schema, out var error);

        Assert.Null(error);
        Assert.True(node?.Matches(Row));
    }

    [Theory]
    [InlineData("aggregate($count as N)", """[{"N":5}]""")]
    [InlineData("aggregate(size with sum as S, size with min as Low, size with max as High, size with average as Mean, name with countdistinct as Names)", """[{"S":15,"Low":1,"High":5,"Mean":3.0,"Names":3}]""")]
    [InlineData("aggregate(name with max as Last, made with min as First)", """[{"Last":"c","First":"2026-01-01"}]""")]
    [InlineData("groupby((Name))", """[{"name":"a"},{"name":"b"},{"name":"c"}]""")]
    [InlineData("groupby((name, isOpen), aggregate($count as N))", """[{"name":"a","isOpen":true,"N":2},{"name":"b","isOpen":false,"N":1},{"name":"b","isOpen":true,"N":1},{"name":"c","isOpen":null,"N":1}]""")]
    [InlineData("filter(size gt 1)/groupby((name), aggregate(size with sum as S))", """[{"name":"a","S":2},{"name":"b","S":7},{"name":"c","S":5}]""")]
    [InlineData("groupby((name), aggregate($count as N))/filter(N gt 1)/aggregate(N with sum as Total)", """[{"Total":4}]""")]
    [InlineData("groupby((name), filter(size lt 4)/aggregate($count as N))", """[{"name":"a","N":2},{"name":"b","N":1},{"name":"c","N":0}]""")]
    [InlineData("groupby((name), groupby((isOpen))/aggregate($count as States))", """[{"name":"a","States":1},{"name":"b","States":2},{"name":"c","States":1}]""")]
    [InlineData("filter(size gt 9)/aggregate($count as N, size with sum as S, size with max as M, size with average as A)", """[{"N":0,"S":0,"M":null,"A":null}]""")]
    [InlineData("filter(size gt 9)/groupby((name), aggregate($count as N))", "[]")]
    public void Apply_transforms_rows(string apply, string expected)
    {
        var clause = ApplyClause.Parse(apply, Schema, out var error);

        Assert.Null(error);
        var rows = clause?.Run(Things()).OfType<ObjectRow>().Select(row => (PolicyValue)row.Fields) ?? [];
        Assert.Equal(expected, PolicyValueWriter.ToCompactJson(new ArrayValue([.. rows])));
    }

    [Theory]
    [InlineData("groupby(name)", "'(' is expected at position 8, where 'name' stands")]
    [InlineData("groupby((name), filter(size gt 1))", "the transformations of a group have to aggregate it")]
    [InlineData("groupby((name), aggregate($count as N)) / filter(size gt 1)", "could not find a property named 'size' on type 'Thing'")]
    [InlineData("aggregate(name with sum as S)", "'name' is not a number")]
    [InlineData("aggregate(size with median as M)", "'sum', 'min', 'max', 'average' or 'countdistinct' is expected at position 20, where 'median' stands")]
    [InlineData("aggregate($count as N, $count as n)", "the name 'n' is given twice")]
    [InlineData("aggregate($count N)", "'as' is expected at position 17, where 'N' stands")]
    [InlineData("filter(name)", "the expression is a value, not a condition")]
    [InlineData("", "'filter', 'groupby' or 'aggregate' is expected at the end; other transformations are not supported")]
    public void Apply_that_cannot_be_is_refused_with_the_reason(string apply, string problem)
    {
        Assert.Null(ApplyClause.Parse(apply, Schema, out var error));
        Assert.Equal($"Invalid $apply: {problem}.", error);
    }

    [Theory]
    [InlineData("size", "54321")]
    [InlineData("size asc", "12345")]
    [InlineData("name asc, size", "21435")]
    [InlineData("isOpen asc, name desc, size asc", "53412")]
    public void Order_is_descending_unless_told_otherwise(string orderBy, string expected)
    {
        var clause = OrderByClause.Parse(orderBy, Schema, out _);

        Assert.Equal(expected, Sizes(clause?.Run(Things(), top: null)));
        Assert.Equal(expected[..2], Sizes(clause?.Run(Things(), top: 2)));
    }

    private static string Sizes(IEnumerable<ODataRow>? rows) => string.Concat((rows ?? []).Select(row => PolicyValueWriter.ToCompactJson(row["size"])));

    private static IEnumerable<ODataRow> Things() => new (string Name, int Size, bool? IsOpen)[] { ("a", 1, true), ("a", 2, true), ("b", 3, false), ("b", 4, true), ("c", 5, null) }
        .Select(thing => new ObjectRow(PolicyValueReader.Object(
            ("name", new TextValue(thing.Name)),
            ("size", new IntegerValue(thing.Size)),
            ("isOpen", thing.IsOpen is { } isOpen ? new BooleanValue(isOpen) : NullValue.Instance),
            ("made", new TextValue($"2026-01-0{thing.Size}")))));
}
