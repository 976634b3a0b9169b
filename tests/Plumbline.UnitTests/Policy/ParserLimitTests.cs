using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class ParserLimitTests
{
    private const string Leaf = """{"field":"type","exists":true}""";

    [Theory]
    [InlineData(512, "")]
    [InlineData(513, "PLB2015")]
    public void Conditionals_may_be_nested_512_levels(int levels, string codes) =>
        Assert.Equal(codes, Codes(Nested("""{"not":""", levels, Leaf, "}")));

    [Theory]
    [InlineData(512, "")]
    [InlineData(513, "PLB2015")]
    public void Counts_may_be_nested_512_levels_for_the_parser(int levels, string codes) =>
        Assert.Equal(codes, Codes(Nested("""{"equals":1,"count":{"field":"a[*]","where":""", levels, Leaf, "}}")).Replace("PLB3501", "", StringComparison.Ordinal).Trim());

    [Theory]
    [InlineData(4096, "")]
    [InlineData(4097, "PLB3501")]
    [InlineData(20_000, "PLB3501")]
    public void If_may_have_4096_conditions(int count, string codes) => Assert.Equal(codes, Codes(AllOf(Leaf, count)));

    [Theory]
    [InlineData(128, "")]
    [InlineData(129, "PLB3501")]
    public void Then_may_have_128_conditions(int count, string codes) =>
        Assert.Equal(codes, Codes($$$"""{"if":{{{Leaf}}},"then":{"effect":"auditIfNotExists","details":{"type":"a/b","existenceCondition":{{{AllOf(Leaf, count)}}} } } }"""));

    [Theory]
    [InlineData(2048, "")]
    [InlineData(2049, "PLB3501")]
    public void Rule_may_call_2048_functions(int count, string codes) => Assert.Equal(codes, Codes(AllOf("""{"value":"[utcNow()]","exists":true}""", count)));

    [Theory]
    [InlineData(128, "")]
    [InlineData(129, "PLB2060")]
    public void Function_may_have_128_arguments(int count, string codes) =>
        Assert.Equal(codes, Codes($$"""{"value":"[concat({{string.Join(',', Enumerable.Repeat("'a'", count))}})]","exists":true}"""));

    [Theory]
    [InlineData(5, "")]
    [InlineData(6, "PLB3501")]
    public void Array_may_be_counted_5_times(int count, string codes) => Assert.Equal(codes, Codes(AllOf("""{"count":{"field":"a/b/c[*]"},"equals":1}""", count)));

    [Fact]
    public void Different_arrays_may_be_counted_more_often() =>
        Assert.Equal("", Codes($$"""{"allOf":[{{string.Join(',', Enumerable.Range(0, 20).Select(index => $$$"""{"count":{"field":"a{{{index}}}[*]"},"equals":1}"""))}}]}"""));

    [Theory]
    [InlineData(10, "")]
    [InlineData(11, "PLB3501")]
    public void Values_may_be_counted_10_times(int count, string codes) => Assert.Equal(codes, Codes(AllOf("""{"count":{"value":[]},"equals":1}""", count)));

    [Theory]
    [InlineData(32, "")]
    [InlineData(33, "PLB2019")]
    [InlineData(1000, "PLB2019")]
    public void Values_may_be_nested_32_levels(int levels, string codes)
    {
        Assert.Equal(codes, Codes($$"""{"field":"type","in":{{Nested("[", levels, "1", "]")}}}"""));
        Assert.Equal(codes, Codes($$"""{"value":{{Nested("""{"a":""", levels, "1", "}")}},"exists":true}"""));
        Assert.Equal(codes, Codes($$$"""{"if":{{{Leaf}}},"then":{"effect":"append","details":{"field":"a","value":{{{Nested("[", levels, "1", "]")}}} } } }"""));
    }

    [Fact]
    public void Metadata_and_templates_may_be_nested_deeper()
    {
        var deep = Nested("[", 500, "1", "]");

        Assert.Equal("", Codes($$$"""{"metadata":{"a":{{{deep}}} },"policyRule":{"if":{{{Leaf}}},"then":{"effect":"deployIfNotExists","details":{"type":"a/b","roleDefinitionIds":[],"deployment":{{{deep}}} } } } }"""));
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(5000, 1001)]
    public void Errors_beyond_1000_are_counted(int count, int listed)
    {
        var result = PolicyParser.ParseAny(new SourceText("text", $$"""{"allOf":[{{string.Join(',', Enumerable.Repeat("1", count))}}]}"""));

        Assert.Equal(listed, result.Diagnostics.Length);
        Assert.Equal(listed > 1000 ? "PLB2070" : "PLB2003", result.Diagnostics[^1].Code);
    }

    [Fact]
    public void Warnings_beyond_1000_do_not_hide_an_error()
    {
        var result = PolicyParser.ParseAny(new SourceText("text", $$"""{"allOf":[{{string.Join(',', Enumerable.Repeat("""{"value":"[a(b)","exists":true}""", 1500))}},1]}"""));

        Assert.False(result.IsValid);
        Assert.Equal(["PLB2021", "PLB2003", "PLB2071"], result.Diagnostics.Select(item => item.Code).Distinct());
    }

    private static string Codes(string text) => string.Join(' ', PolicyParser.ParseAny(new SourceText("text", text)).Diagnostics.Select(item => item.Code));

    private static string AllOf(string leaf, int count) => $$"""{"allOf":[{{string.Join(',', Enumerable.Repeat(leaf, count))}}]}""";

    private static string Nested(string open, int levels, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));
}
