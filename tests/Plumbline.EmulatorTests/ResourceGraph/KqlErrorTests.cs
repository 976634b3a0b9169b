using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.EmulatorTests.ResourceGraph;

public sealed class KqlErrorTests
{
    [Theory]
    [InlineData("resources | projct name", "ParserFailure", 1, 12, "projct", "'project'")]
    [InlineData("resources\n| where", "ParserFailure", 2, 7, "<EOF>", "an expression")]
    [InlineData("resources | where name = 'x'", "ParserFailure", 1, 23, "=", "'|' or the end of the query")]
    [InlineData("resources | where name == 'x", "ParserFailure", 1, 26, "'x", "a closing quote")]
    [InlineData("resources | where (name == 'x'", "ParserFailure", 1, 30, "<EOF>", "')'")]
    [InlineData("resources |", "ParserFailure", 1, 11, "<EOF>", "an operator")]
    [InlineData("resources | where name !contain 'x'", "ParserFailure", 1, 23, "!", "'!contains'")]
    [InlineData("", "ParserFailure", 1, 0, "<EOF>", "a table")]
    [InlineData("resources | take x", "ParserFailure", 1, 17, "x", "a whole number")]
    [InlineData("resources ~ x", "ParserFailure", 1, 10, "~", "'|' or the end of the query")]
    [InlineData("resources | where a == §", "ParserFailure", 1, 23, "§", null)]
    public void Text_that_cannot_be_read_is_pointed_at(string query, string code, int line, int column, string token, string? expected)
    {
        var error = GraphSample.Estate.Run(query).Error;

        Assert.Equal((code, new KqlPosition(line, column), token, expected), (error?.Code, error?.At, error?.Token, error?.Expected));
    }

    [Theory]
    [InlineData("resource | take 1", "DisallowedLogicalTableName: Table resource is invalid, unsupported or disallowed. Did you mean 'resources'?")]
    [InlineData("resources | project Name", "SemanticFailure: Failed to resolve column or scalar expression named 'Name'. Did you mean 'name'?")]
    [InlineData("resources | project tolowr(name)", "SemanticFailure: The function 'tolowr' is not supported. Did you mean 'tolower'?")]
    [InlineData("resources | project strlen()", "SemanticFailure: strlen(): takes 1 arguments, not 0.")]
    [InlineData("resources | where count() > 1", "SemanticFailure: The aggregation function 'count' can only be used in 'summarize'.")]
    [InlineData("resources | summarize name", "SemanticFailure: 'name' is not an aggregation function, such as any, arg_max, arg_min, avg, avgif, buildschema.")]
    [InlineData("resources | where name.x == 'a'", "SemanticFailure: '.x' needs a value of the type 'dynamic', not 'string'.")]
    [InlineData("resources | where properties.a == properties.b", "SemanticFailure: Cannot compare values of types dynamic and dynamic. Try adding explicit casts.")]
    [InlineData("resources | project properties.a + 1", "SemanticFailure: The operator '+' cannot take 'dynamic' and 'long'. Try an explicit cast, such as tolong() or todouble().")]
    [InlineData("resources | where name", "SemanticFailure: The expression has the type 'string'; 'bool' is needed.")]
    [InlineData("resources | project a = 1, a = 2", "SemanticFailure: The name 'a' is given to two columns.")]
    [InlineData("resources | mv-expand name", "SemanticFailure: mv-expand needs a value of the type 'dynamic', not 'string'.")]
    [InlineData("resources | join kind=leftish (resources) on id", "ParserFailure: 'leftish' is not expected; expected is innerunique, inner, leftouter, rightouter, fullouter, leftanti, anti, leftantisemi, rightanti, rightantisemi, leftsemi, rightsemi.")]
    [InlineData("resources | where name matches regex '('", "QueryLimitExceeded: The regular expression '(' cannot be used: Invalid pattern '(' at offset 1. Not enough )'s.")]
    [InlineData("let x = 1; resources", "ParserFailure: 'let' statements are not supported by Azure Resource Graph.")]
    [InlineData("resources | join (resources) on id | join (resources) on id | join (resources) on id | join (resources) on id", "SemanticFailure: A query can have 3 join and union operators at most.")]
    public void Query_that_cannot_be_run_is_told_why(string query, string expected) => Assert.Equal(expected, GraphSample.Estate.Lines(query));

    [Theory]
    [InlineData("resources | summarize count() by properties.a")]
    [InlineData("resources | distinct tags")]
    [InlineData("resources | join (resources) on properties")]
    public void Json_is_no_key(string query)
    {
        var error = GraphSample.Estate.Run(query).Error;

        Assert.Equal("SemanticFailure", error?.Code);
        Assert.Contains("is of a 'dynamic' type. Please use an explicit cast", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unsupported_operator_is_named_with_those_that_are()
    {
        var text = GraphSample.Estate.Lines("resources | make-series count() on timestamp");

        Assert.StartsWith("ParserFailure: The operator 'make-series' is not supported. Supported are count, distinct, extend, filter, join,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")", 500)]
    [InlineData("not(", ")", 500)]
    [InlineData("tags[", "]", 500)]
    [InlineData("-", "", 500)]
    public void Nesting_is_limited(string open, string close, int count)
    {
        var query = $"resources | extend x = {string.Concat(Enumerable.Repeat(open, count))}1{string.Concat(Enumerable.Repeat(close, count))}";

        Assert.StartsWith("ParserFailure: The query nests deeper than 64 levels.", GraphSample.Estate.Lines(query), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_queries_are_limited_in_every_direction()
    {
        Assert.StartsWith("ParserFailure: More than 128 operators", GraphSample.Estate.Lines("resources | extend x = 1" + string.Concat(Enumerable.Repeat(" + 1", 1000))), StringComparison.Ordinal);
        Assert.StartsWith("ParserFailure: The query has more than 200 operators", GraphSample.Estate.Lines("resources" + string.Concat(Enumerable.Repeat(" | take 1", 1000))), StringComparison.Ordinal);
        Assert.StartsWith("QueryLimitExceeded: The query is longer", GraphSample.Estate.Lines(new string(' ', 200_000)), StringComparison.Ordinal);
        Assert.Equal("""{"Count":5}""", GraphSample.Estate.Lines("resources | where name == 'x'" + string.Concat(Enumerable.Repeat(" or name != 'x'", 3000)) + " | count"));
    }

    [Fact]
    public void Values_that_grow_without_end_are_stopped()
    {
        var text = "resources | take 1 | extend x = 'aaaaaaaaaaaaaaaa'" + string.Concat(Enumerable.Repeat(" | extend x = strcat(x, x, x, x)", 20));
        var array = "resources | take 1 | extend x = dynamic([1])" + string.Concat(Enumerable.Repeat(" | extend x = pack_array(x, x, x, x)", 60)) + " | project tostring(x)";

        Assert.StartsWith("QueryLimitExceeded: A text is longer", GraphSample.Estate.Lines(text), StringComparison.Ordinal);
        Assert.StartsWith("QueryLimitExceeded: A value", GraphSample.Estate.Lines(array), StringComparison.Ordinal);
    }
}
