using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Mutation;
using Plumbline.UnitTests.Policy.Laws;

namespace Plumbline.UnitTests.Testing;

/// <summary>A mutant that is called equivalent, and so is not counted, gives the same verdict as the rule on every resource.</summary>
public sealed class NormalFormLaws
{
    private static readonly ConditionChanges Changes = new(new LeafChanges(AliasTable.Empty, _ => null));

    // Leaves on one property, so that they imply each other often.
    private static readonly Gen<JObject> Leaf = LeafOn("properties.a", "properties.a.a", "properties.list[*]");

    // Inside of a count these are conditions on one member.
    private static readonly Gen<JObject> MemberLeaf = LeafOn("properties.list[*].p", "properties.list[*].p.a", "properties.a");

    private static readonly Gen<JObject> Rule = Gen.OneOf(
        RandomRules.Tree("properties.a", "properties.list[*].p"),
        Gen.Select(Leaf.Array[2, 4], Gen.OneOf("allOf", "anyOf"), Gen.Bool, (leaves, name, isNegated) =>
        {
            var junction = new JObject(new JProperty(name, new JArray(leaves.Cast<object>().ToArray())));
            return isNegated ? RandomRules.Not(junction) : junction;
        }),
        Gen.Select(MemberLeaf.Array[2, 3], Gen.OneOf("allOf", "anyOf"), (leaves, name) => new JObject(
            new JProperty("count", new JObject(
                new JProperty("field", "properties.list[*]"),
                new JProperty("where", new JObject(new JProperty(name, new JArray(leaves.Cast<object>().ToArray())))))),
            new JProperty("greater", 0))));

    [Fact]
    public void Change_that_keeps_the_normal_form_keeps_the_verdict() => Gen.Select(Rule, RandomRules.Resource.Array[1, 4]).Sample((rule, resources) =>
    {
        var condition = PolicyParser.ParseCondition(rule, "f", "$").Value;
        if (condition is null) return true;
        var form = NormalForm.Of(condition);
        var equivalent = Changes.Of(condition).Where(change => NormalForm.Of(change.Result) == form).Select(change => PolicyJsonWriter.Write(change.Result)).ToList();
        return equivalent.TrueForAll(changed => Array.TrueForAll(resources, resource => Verdict.Holds(changed, resource) == Verdict.Holds(rule, resource)));
    }, print: sample => Print([sample.Item1], sample.Item2));

    [Fact]
    public void Rules_of_one_normal_form_have_one_verdict() => Gen.Select(Leaf.Array[1, 2], Leaf.Array[1, 2], RandomRules.Resource.Array[1, 4]).Sample((left, right, resources) =>
    {
        var (all, other) = (new JObject(new JProperty("allOf", new JArray(left.Cast<object>().ToArray()))), RandomRules.Not(new JObject(new JProperty("anyOf", new JArray(right.Select(RandomRules.Not).Cast<object>().ToArray())))));
        return Form(all) != Form(other) || Array.TrueForAll(resources, resource => Verdict.Holds(all, resource) == Verdict.Holds(other, resource));
    }, print: sample => Print([.. sample.Item1, .. sample.Item2], sample.Item3));

    private static Gen<JObject> LeafOn(params string[] fields) => Gen.Select(
        Gen.OneOf(fields),
        Gen.OneOf("exists", "equals", "notEquals", "like", "notLike", "contains", "notContains", "in", "notIn"),
        Gen.OneOf("true", "false", "", "a", "a*", "*"),
        (field, name, text) => RandomRules.Test(field, name, name is "in" or "notIn" ? new JArray(text) : name == "exists" ? new JValue(text == "true") : new JValue(text)));

    private static string Print(JObject[] rules, JObject[] resources) => string.Join("\n", rules.Concat(resources).Select(item => item.ToString(Newtonsoft.Json.Formatting.None)));

    private static string? Form(JObject rule) => PolicyParser.ParseCondition(rule, "f", "$").Value is { } condition ? NormalForm.Of(condition) : null;
}
