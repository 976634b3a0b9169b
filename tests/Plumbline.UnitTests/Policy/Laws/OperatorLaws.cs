using CsCheck;
using Newtonsoft.Json.Linq;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Laws of the operators, on every kind of field.</summary>
public sealed class OperatorLaws
{
    private const string Field = "properties.a";

    [Fact]
    public void Negated_operator_is_not_of_the_operator() => Gen.Select(RandomRules.NegatableTest, RandomRules.Resource).Sample((test, resource) =>
        Verdict.Holds(RandomRules.Test(Field, RandomRules.Negation(test.Operator), test.Operand), resource)
        == Verdict.Holds(RandomRules.Not(RandomRules.Test(Field, test.Operator, test.Operand)), resource));

    [Fact]
    public void Exists_true_is_not_of_exists_false() => RandomRules.Resource.Sample(resource =>
        Verdict.Holds(RandomRules.Test(Field, "exists", true), resource) != Verdict.Holds(RandomRules.Test(Field, "exists", false), resource));

    [Fact]
    public void In_is_equals_to_any_member_for_what_exists() => Gen.Select(RandomRules.Operand, RandomRules.Operand.Array[0, 4]).Sample((value, list) =>
    {
        var any = new JObject(new JProperty("anyOf", new JArray(list.Select(item => RandomRules.Test(Field, "equals", item)))));

        return Verdict.Holds(RandomRules.Test(Field, "in", new JArray(list.Cast<object>().ToArray())), With(value)) == Verdict.Holds(any, With(value));
    });

    [Fact]
    public void Equals_is_symmetric() => Gen.Select(RandomRules.Operand, RandomRules.Operand).Sample((left, right) =>
        Verdict.Holds(RandomRules.Test(Field, "equals", right), With(left)) == Verdict.Holds(RandomRules.Test(Field, "equals", left), With(right)));

    [Fact]
    public void Equals_holds_for_the_same_value() => RandomRules.Operand.Sample(value => Verdict.Holds(RandomRules.Test(Field, "equals", value), With(value)));

    [Fact]
    public void Like_without_a_wildcard_is_equals_on_texts() => Gen.Select(RandomRules.Text, RandomRules.Text.Where(text => !text.Contains('*'))).Sample((value, pattern) =>
        Verdict.Holds(RandomRules.Test(Field, "like", pattern), With(value)) == Verdict.Holds(RandomRules.Test(Field, "equals", pattern), With(value)));

    [Fact]
    public void Like_with_wildcards_around_is_contains_on_texts() => Gen.Select(RandomRules.Text, RandomRules.Text.Where(text => !text.Contains('*'))).Sample((value, part) =>
        Verdict.Holds(RandomRules.Test(Field, "like", $"*{part}*"), With(value)) == Verdict.Holds(RandomRules.Test(Field, "contains", part), With(value)));

    [Fact]
    public void Comparable_values_are_less_equal_or_greater() => Gen.Select(RandomRules.Text, RandomRules.Text).Sample((left, right) =>
        new[] { "less", "equals", "greater" }.Count(name => Verdict.Holds(RandomRules.Test(Field, name, right), With(left))) == 1);

    [Fact]
    public void Or_equals_is_the_comparison_or_its_opposite_denied() => Gen.Select(RandomRules.Text, RandomRules.Text).Sample((left, right) =>
        Verdict.Holds(RandomRules.Test(Field, "lessOrEquals", right), With(left)) != Verdict.Holds(RandomRules.Test(Field, "greater", right), With(left))
        && Verdict.Holds(RandomRules.Test(Field, "greaterOrEquals", right), With(left)) != Verdict.Holds(RandomRules.Test(Field, "less", right), With(left)));

    private static JObject With(JToken value) => new(new JProperty("properties", new JObject(new JProperty("a", value))));
}
