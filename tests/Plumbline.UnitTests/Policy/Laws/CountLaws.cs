using CsCheck;
using Newtonsoft.Json.Linq;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Laws of counts over one and two levels of arrays, which may be missing or no arrays.</summary>
public sealed class CountLaws
{
    [Theory]
    [InlineData("properties.list[*]", "properties.list[*].p")]
    [InlineData("properties.list[*].sub[*]", "properties.list[*].sub[*]")]
    public void Counts_of_a_condition_and_of_its_negation_add_up(string array, string member) =>
        Gen.Select(RandomRules.Tree(array, member, "properties.a"), RandomRules.Resource).Sample((where, resource) =>
            Verdict.Count(Count(array, where), resource) + Verdict.Count(Count(array, RandomRules.Not(where)), resource) == Verdict.Count(Count(array, null), resource), iter: 300);

    [Theory]
    [InlineData("properties.list[*]")]
    [InlineData("properties.list[*].sub[*]")]
    public void Count_of_what_always_holds_is_the_count(string array) => RandomRules.Resource.Sample(resource =>
        Verdict.Count(Count(array, new JObject(new JProperty("allOf", new JArray()))), resource) == Verdict.Count(Count(array, null), resource), iter: 300);

    [Theory]
    [InlineData("properties.list[*]")]
    [InlineData("properties.list[*].sub[*]")]
    public void Count_is_the_length_of_field(string array) => RandomRules.Resource.Sample(resource =>
        Verdict.Holds(new JObject(new JProperty("count", Count(array, null)), new JProperty("equals", $"[length(field('{array}'))]")), resource));

    [Fact]
    public void Field_condition_on_an_array_holds_when_it_counts_every_member() =>
        Gen.Select(RandomRules.Leaf("properties.list[*]"), RandomRules.Member.Array[0, 4]).Sample((condition, members) =>
        {
            var resource = new JObject(new JProperty("properties", new JObject(new JProperty("list", new JArray(members.Cast<object>().ToArray())))));

            return Verdict.Holds(condition, resource) == (Verdict.Count(Count("properties.list[*]", condition), resource) == members.Length);
        }, iter: 500);

    private static JObject Count(string array, JObject? where) =>
        where is null ? new JObject(new JProperty("field", array)) : new JObject(new JProperty("field", array), new JProperty("where", where));
}
