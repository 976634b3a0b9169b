using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Whatever the rule and the resource, there is a verdict, and an error says why.</summary>
public sealed class TotalityLaws
{
    private static readonly Gen<string> Operator = Gen.OneOf(
        "equals", "notEquals", "greater", "greaterOrEquals", "less", "lessOrEquals", "in", "notIn", "like", "notLike",
        "match", "notMatch", "matchInsensitively", "notMatchInsensitively", "contains", "notContains", "containsKey", "notContainsKey", "exists");

    private static readonly Gen<string> Field = Gen.OneOf(
        "type", "kind", "name", "location", "fullName", "tags", "tags.x", "tags['", "tags[]", "identity.type", "apiVersion", "", ".", "..", "[*]", "a[*].b[*]",
        "properties.list[*]", "properties.list[*].sub[*].q[*]", "properties.list[0]", "properties.list[-1]", "properties.list[99999999999]", "properties..a", "n", "[field('name')]", "[null()]", "[concat('tags[', field('name'), ']')]");

    private static readonly Gen<JToken> Expression = Gen.OneOf(
        "[null()]", "[div(1, 0)]", "[field('properties.a')]", "[field('properties.list[*]')]", "[field('properties.list[*].sub[*]')]", "[current()]", "[current('n')]", "[current('properties.list[*]')]",
        "[first(field('properties.list[*]'))]", "[int(field('properties.a'))]", "[addDays(field('properties.a'), 1)]", "[substring(string(field('properties.a')), 1, 1)]", "[resourceGroup().tags.x]", "[requestContext().identity.x]",
        "[json(field('properties.a'))]", "[ipRangeContains('10.0.0.0/8', field('properties.a'))]", "[padLeft(field('properties.a'), 16, '0')]", "[utcNow()]", "[[x]", "[", "[]", "[[", "[a", "[field(field('name'))]", "[createArray(field('tags'), null())]")
        .Select(text => (JToken)new JValue(text));

    private static readonly Gen<JToken> Any = Gen.OneOf(RandomRules.Value, Expression, Expression.Array[0, 2].Select(items => (JToken)new JArray(items.Cast<object>().ToArray())));

    private static readonly Gen<JObject> Condition = Gen.Recursive<JObject>((depth, inner) => depth > 3
        ? Leaf()
        : Gen.OneOf(
            Leaf(),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("allOf", new JArray(items.Cast<object>().ToArray())))),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("anyOf", new JArray(items.Cast<object>().ToArray())))),
            inner.Select(RandomRules.Not),
            Gen.Select(Field, inner, Operator, Any).Select((field, where, name, operand) => Counting(new JProperty("field", field), null, where, name, operand)),
            Gen.Select(Any, inner, Operator, Any).Select((value, where, name, operand) => Counting(new JProperty("value", value), "n", where, name, operand))));

    private static readonly Gen<JObject> Resource = Gen.Select(RandomRules.Resource, RandomRules.Value, RandomRules.Value, RandomRules.Value).Select((resource, type, tags, name) =>
    {
        resource["type"] = type;
        resource["tags"] = tags;
        resource["name"] = name;
        return resource;
    });

    [Fact]
    public void Every_rule_has_a_verdict_on_every_resource() => Gen.Select(Condition, Resource).Sample((condition, resource) =>
    {
        var result = Verdict.Of(condition, resource);

        return result is null || (Enum.IsDefined(result.Status) && result.Error is null == (result.Status != EvaluationStatus.Error));
    }, iter: 10_000);

    private static Gen<JObject> Leaf() => Gen.Select(Gen.OneOf(Field.Select(name => new JProperty("field", name)), Any.Select(value => new JProperty("value", value))), Operator, Any)
        .Select((subject, name, operand) => new JObject(subject, new JProperty(name, operand)));

    private static JObject Counting(JProperty subject, string? variable, JObject where, string name, JToken operand)
    {
        var count = new JObject(subject, new JProperty("where", where));
        if (variable is not null) count["name"] = variable;
        return new JObject(new JProperty("count", count), new JProperty(name, operand));
    }
}
