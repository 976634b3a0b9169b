using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint;

public sealed class DocumentLimitsTests
{
    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public void Display_name_may_have_128_characters(int length, int findings) =>
        Assert.Equal(findings, Count(Definition(properties => properties["displayName"] = new string('x', length))));

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 1)]
    public void Definition_may_have_20_parameters(int count, int findings) =>
        Assert.Equal(findings, Count(Definition(properties => properties["parameters"] = new JObject(Enumerable.Range(0, count).Select(index => new JProperty($"p{index}", new JObject()))))));

    [Theory]
    [InlineData(4095, 0)]
    [InlineData(4097, 1)]
    public void Rule_may_have_4096_conditions(int count, int findings) =>
        Assert.Equal(findings, Count(Definition(properties => properties["policyRule"] = Rule(new JArray(Enumerable.Repeat(new JObject(new JProperty("field", "type"), new JProperty("exists", true)), count))))));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void Array_may_be_counted_5_times(int count, int findings) =>
        Assert.Equal(findings, Count(Definition(properties => properties["policyRule"] = Rule(new JArray(
            Enumerable.Repeat(new JObject(new JProperty("count", new JObject(new JProperty("field", "a/b/c[*]"))), new JProperty("greater", 0)), count))))));

    [Theory]
    [InlineData(1024, 0)]
    [InlineData(1025, 1)]
    public void Metadata_property_may_have_1024_characters(int length, int findings) =>
        Assert.Equal(findings, Count(Definition(properties => properties["metadata"] = new JObject(new JProperty("note", new string('x', length))))));

    [Fact]
    public void Finding_names_the_place_the_count_and_the_limit()
    {
        var text = Definition(properties => properties["displayName"] = new string('x', 129));

        var diagnostic = Assert.Single(DocumentLimits.Check(new SourceText("a.json", text)));

        Assert.Equal(("PLB3501", "129 characters of displayName are more than the 128 that Azure allows; it would refuse the document"), (diagnostic.Code, diagnostic.Message));
        Assert.Equal(4, diagnostic.Location.Span?.Line);
    }

    private static int Count(string text) => DocumentLimits.Check(new SourceText("a.json", text)).Count(diagnostic => diagnostic.Code == "PLB3501");

    private static JObject Rule(JArray conditions) => new(new JProperty("if", new JObject(new JProperty("allOf", conditions))));

    private static string Definition(Action<JObject> change)
    {
        var properties = new JObject();
        change(properties);
        return new JObject(new JProperty("name", "x"), new JProperty("properties", properties)).ToString();
    }
}
