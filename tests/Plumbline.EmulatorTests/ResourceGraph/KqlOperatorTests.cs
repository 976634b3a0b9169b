namespace Plumbline.EmulatorTests.ResourceGraph;

public sealed class KqlOperatorTests
{
    private static readonly GraphSample Sample = GraphSample.Of([(3, "c"), (null, "n"), (1, "a"), (2, "b"), (1, "A")]);

    [Theory]
    [InlineData("sort by n asc", "n a A b c")]
    [InlineData("sort by n", "c b a A n")]
    [InlineData("sort by n asc nulls last", "a A b c n")]
    [InlineData("order by n desc nulls first, s asc", "n c b A a")]
    [InlineData("top 2 by n", "c b")]
    [InlineData("take 2", "c n")]
    [InlineData("where n > 1", "c b")]
    [InlineData("where isnull(n) or s == 'b'", "n b")]
    [InlineData("join kind=leftsemi (resources | where n == 1) on n", "a A")]
    [InlineData("join kind=leftanti (resources | where n == 1) on n", "c n b")]
    [InlineData("join (resources) on n", "c a a b")]
    [InlineData("join kind=inner (resources) on n", "c a a b A A")]
    [InlineData("join kind=leftouter (resources | where n == 3) on n", "c n a b A")]
    [InlineData("where s in ((resources | where n < 3 | project s))", "a b A")]
    public void Rows_after_operator_are(string step, string expected)
    {
        var text = Sample.Lines($"resources | {step} | project s");

        Assert.Equal(expected, text.Replace("{\"s\":\"", "", StringComparison.Ordinal).Replace("\"}", "", StringComparison.Ordinal).Replace('\n', ' '));
    }

    [Theory]
    [InlineData("project a = n, s | take 1", """{"a":3,"s":"c"}""")]
    [InlineData("project n + 1, tolower(s) | take 1", """{"Column1":4,"Column2":"c"}""")]
    [InlineData("extend n = n * 2, t = s | take 1", """{"n":6,"s":"c","t":"c"}""")]
    [InlineData("project-away n | take 1", """{"s":"c"}""")]
    [InlineData("project-keep s* | take 1", """{"s":"c"}""")]
    [InlineData("project-rename number = n | take 1", """{"number":3,"s":"c"}""")]
    [InlineData("project-reorder s | take 1", """{"s":"c","n":3}""")]
    [InlineData("summarize sum(n), avg(n), min(n), max(n), count(), dcount(n)", """{"sum_n":7,"avg_n":1.75,"min_n":1,"max_n":3,"count_":5,"dcount_n":3}""")]
    [InlineData("summarize c = countif(n == 1), t = sumif(n, n > 1)", """{"c":2,"t":5}""")]
    [InlineData("where n > 9 | summarize count(), sum(n), max(n)", """{"count_":0,"sum_n":0,"max_n":null}""")]
    [InlineData("where n > 9 | summarize count() by s", "")]
    [InlineData("summarize make_list(s) by n | take 1", """{"n":3,"list_s":["c"]}""")]
    [InlineData("where n == 1 | summarize arg_max(s, *)", """{"s":"a","n":1}""")]
    [InlineData("where n == 1 | summarize arg_min(s, n)", """{"s":"A","n":1}""")]
    [InlineData("distinct n | count", """{"Count":4}""")]
    [InlineData("count", """{"Count":5}""")]
    [InlineData("take 1 | mv-expand x = dynamic([7, 8]) to typeof(long) | project n, x", "{\"n\":3,\"x\":7}\n{\"n\":3,\"x\":8}")]
    [InlineData("take 1 | mv-expand with_itemindex=i x = dynamic(['p']) | project i, x", """{"i":0,"x":"p"}""")]
    [InlineData("take 1 | mv-expand x = dynamic([]) | count", """{"Count":0}""")]
    [InlineData("take 1 | mv-expand x = dynamic(null) | project x", """{"x":null}""")]
    [InlineData("take 1 | mv-expand x = dynamic({'a':1,'b':2}) | project x", "{\"x\":{\"a\":1}}\n{\"x\":{\"b\":2}}")]
    [InlineData("take 1 | mv-expand bagexpansion=array x = dynamic({'a':1}) | project x", """{"x":["a",1]}""")]
    [InlineData("take 1 | mv-expand x = dynamic([1, 2]), y = dynamic([3]) | project x, y", "{\"x\":1,\"y\":3}\n{\"x\":2,\"y\":null}")]
    [InlineData("take 1 | join kind=fullouter (resources | where s == 'n' | project s, m = 5) on s", "{\"n\":3,\"s\":\"c\",\"s1\":\"\",\"m\":null}\n{\"n\":null,\"s\":\"\",\"s1\":\"n\",\"m\":5}")]
    [InlineData("take 1 | union withsource=t (resources | where s == 'b' | project s, m = 1)", "{\"t\":\"union_arg0\",\"n\":3,\"s\":\"c\",\"m\":null}\n{\"t\":\"union_arg1\",\"n\":null,\"s\":\"b\",\"m\":1}")]
    [InlineData("take 1 | union kind=inner (resources | where s == 'b' | project s, m = 1)", "{\"s\":\"c\"}\n{\"s\":\"b\"}")]
    [InlineData("take 1 | project ['a b'] = s", """{"a b":"c"}""")]
    [InlineData("take 1 // | count\n| project s", """{"s":"c"}""")]
    [InlineData("project t = 'id=7;x' | parse t with 'id=' id:long ';' rest | project id, rest | take 1", """{"id":7,"rest":"x"}""")]
    public void Operator_gives(string steps, string expected) => Assert.Equal(expected, Sample.Lines("resources | " + steps));

    [Fact]
    public void Mv_expand_takes_128_members_unless_it_is_told_more()
    {
        var list = $"dynamic([{string.Join(',', Enumerable.Range(0, 200))}])";

        Assert.Equal("""{"Count":128}""", Sample.Lines($"resources | take 1 | mv-expand x = {list} | count"));
        Assert.Equal("""{"Count":200}""", Sample.Lines($"resources | take 1 | mv-expand x = {list} limit 2000 | count"));
    }

    [Fact]
    public void Summarize_of_many_rows_gives_each_group_once()
    {
        var many = GraphSample.Of(Enumerable.Range(0, 100_000).Select(index => ((long?)(index % 7), "x")));

        Assert.Equal("""{"Count":7}""", many.Lines("resources | summarize count() by n | count"));
        Assert.Equal("""{"total":100000}""", many.Lines("resources | summarize c = count() by n, s | summarize total = sum(c)"));
    }
}
