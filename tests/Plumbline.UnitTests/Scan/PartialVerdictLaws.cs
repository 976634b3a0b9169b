using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.UnitTests.Policy.Laws;

namespace Plumbline.UnitTests.Scan;

/// <summary>The law of partial verdicts: one that stands is the verdict for every value in the place of the expression.</summary>
public sealed class PartialVerdictLaws
{
    private static readonly string[] Places = ["properties", "properties.a", "properties.b", "properties.list", "properties.list[0]", "properties.list[1]", "properties.list[0].p", "properties.list[0].sub"];

    private static readonly Gen<JObject> Condition = Gen.Recursive<JObject>((depth, inner) => depth > 2
        ? RandomRules.Leaf("properties.a", "properties.b", "properties.list[*]", "properties.list[*].p", "properties.list[*].sub[*]")
        : Gen.OneOf(
            RandomRules.Tree("properties.a", "properties.b", "properties.list[*]", "properties.list[*].p"),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("allOf", new JArray(items.Cast<object>().ToArray())))),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("anyOf", new JArray(items.Cast<object>().ToArray())))),
            Gen.Select(inner, Gen.OneOf("equals", "notEquals", "greater", "lessOrEquals"), Gen.Int[0, 3], Gen.OneOf("properties.list[*]", "properties.list[*].sub[*]")).Select(Count)));

    [Fact]
    public void Verdict_that_stands_is_that_of_every_value()
    {
        var standing = 0;
        Gen.Select(Condition, RandomRules.Resource, Gen.OneOf(Places), RandomRules.Value.Array[6]).Sample((condition, resource, place, values) =>
        {
            if (Replaced(resource, place, new JValue(PartialVerdictSample.Reference)) is not { } open) return true;
            if (!PartialVerdictSample.Undecided(condition.ToString(), open.ToString()).IsEmpty) return true;
            Interlocked.Increment(ref standing);
            var verdict = Verdict.Holds(condition, open);
            return values.Append(JValue.CreateNull()).All(value => Replaced(resource, place, value) is { } known && Verdict.Holds(condition, known) == verdict);
        }, iter: 4_000);

        Assert.True(standing > 200, $"only {standing} verdicts stood");
    }

    private static JObject Count(JObject where, string name, int number, string field) =>
        new(new JProperty("count", new JObject(new JProperty("field", field), new JProperty("where", where))), new JProperty(name, number));

    private static JObject? Replaced(JObject resource, string place, JToken value)
    {
        var copy = (JObject)resource.DeepClone();
        copy["type"] = "A.B/c";
        if (copy.SelectToken(place) is not { } token) return null;
        token.Replace(value.DeepClone());
        return copy;
    }
}
