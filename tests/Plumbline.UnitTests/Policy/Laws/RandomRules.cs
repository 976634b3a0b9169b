using CsCheck;
using Newtonsoft.Json.Linq;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Random resources, and random conditions on them that cannot fail: no expressions, no null operands.</summary>
internal static class RandomRules
{
    private static readonly string[] Negatable = ["equals", "in", "like", "match", "matchInsensitively", "contains", "containsKey"];
    private static readonly string[] Others = ["greater", "greaterOrEquals", "less", "lessOrEquals", "exists"];
    private static readonly string[] AllOperators = [.. Negatable, .. Negatable.Select(Negation), .. Others];

    /// <summary>Text that is no expression: short, with what means something in patterns, folding and numbers.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(Gen.String[Gen.Char["aAbB1 .#?*-ßsé"], 0, 3], Gen.OneOf("", "1", "1.0", "true", "FALSE", "a*", "😀"));

    public static Gen<JToken> Scalar { get; } = Gen.OneOf(
        Text.Select(text => (JToken)new JValue(text)),
        Gen.Long[-1, 3].Select(number => (JToken)new JValue(number)),
        Gen.OneOf(0.5, 1.0).Select(number => (JToken)new JValue(number)),
        Gen.Bool.Select(truth => (JToken)new JValue(truth)));

    /// <summary>Anything a resource may hold.</summary>
    public static Gen<JToken> Value { get; } = Gen.OneOf(
        Scalar,
        Gen.Const(0).Select(_ => (JToken)JValue.CreateNull()),
        Scalar.Array[0, 2].Select(items => (JToken)new JArray(items.Cast<object>().ToArray())),
        Gen.Select(Gen.OneOf("a", "B", "1"), Scalar).Select((key, item) => (JToken)new JObject(new JProperty(key, item))));

    /// <summary>Anything a rule may compare with: no null.</summary>
    public static Gen<JToken> Operand { get; } = Value.Where(value => value.Type != JTokenType.Null);

    /// <summary>Members <c>{p, sub}</c> of an array; some have neither, some are no objects.</summary>
    public static Gen<JToken> Member { get; } = Gen.OneOf(
        Value,
        Value.Select(item => (JToken)new JObject(new JProperty("p", item))),
        Gen.Select(Value, Value.Array[0, 3]).Select((item, sub) => (JToken)new JObject(new JProperty("p", item), new JProperty("sub", new JArray(sub)))));

    /// <summary>A resource with some of the properties <c>a</c>, <c>b</c>, <c>list</c>.</summary>
    public static Gen<JObject> Resource { get; } = Gen.Select(Value, Value, Gen.OneOf(Member.Array[0, 4].Select(items => (JToken)new JArray(items.Cast<object>().ToArray())), Value), Gen.Int[0, 7])
        .Select((a, b, list, present) => new JObject(new JProperty("properties", new JObject(
            new[] { new JProperty("a", a), new JProperty("b", b), new JProperty("list", list) }.Where((_, index) => (present & (1 << index)) != 0)))));

    /// <summary>An operator that has a negation, and an operand.</summary>
    public static Gen<(string Operator, JToken Operand)> NegatableTest { get; } = Gen.Select(Gen.OneOf(Negatable), Operand);

    /// <summary>A condition on one of the fields.</summary>
    public static Gen<JObject> Leaf(params string[] fields) =>
        Gen.Select(Gen.OneOf(fields), Gen.OneOf(AllOperators), Operand).Select(Test);

    /// <summary>A tree of conditions on the fields.</summary>
    public static Gen<JObject> Tree(params string[] fields) => Gen.Recursive<JObject>((depth, inner) => depth > 2
        ? Leaf(fields)
        : Gen.OneOf(
            Leaf(fields),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("allOf", new JArray(items.Cast<object>().ToArray())))),
            inner.Array[0, 3].Select(items => new JObject(new JProperty("anyOf", new JArray(items.Cast<object>().ToArray())))),
            inner.Select(Not)));

    public static JObject Test(string field, string name, JToken operand) => new(new JProperty("field", field), new JProperty(name, operand));

    public static JObject Not(JObject condition) => new(new JProperty("not", condition));

    /// <summary><c>equals</c> becomes <c>notEquals</c>.</summary>
    public static string Negation(string name) => "not" + char.ToUpperInvariant(name[0]) + name[1..];
}
