using CsCheck;
using Newtonsoft.Json.Linq;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Laws of allOf, anyOf and not, for conditions that do not fail.</summary>
public sealed class LogicLaws
{
    private static readonly string[] Fields = ["properties.a", "properties.b", "properties.list[*]", "properties.list[*].p", "properties.list[*].sub[*]"];

    private static readonly Gen<JObject> Condition = RandomRules.Tree(Fields);

    [Fact]
    public void Not_twice_is_the_condition() => Gen.Select(Condition, RandomRules.Resource).Sample((condition, resource) =>
        Verdict.Holds(RandomRules.Not(RandomRules.Not(condition)), resource) == Verdict.Holds(condition, resource));

    [Fact]
    public void Not_is_never_the_condition() => Gen.Select(Condition, RandomRules.Resource).Sample((condition, resource) =>
        Verdict.Holds(RandomRules.Not(condition), resource) != Verdict.Holds(condition, resource));

    [Fact]
    public void Not_of_all_is_any_of_not() => Gen.Select(Condition.Array[0, 4], RandomRules.Resource).Sample((conditions, resource) =>
        Verdict.Holds(RandomRules.Not(All(conditions)), resource) == Verdict.Holds(Any([.. conditions.Select(RandomRules.Not)]), resource));

    [Fact]
    public void Not_of_any_is_all_of_not() => Gen.Select(Condition.Array[0, 4], RandomRules.Resource).Sample((conditions, resource) =>
        Verdict.Holds(RandomRules.Not(Any(conditions)), resource) == Verdict.Holds(All([.. conditions.Select(RandomRules.Not)]), resource));

    [Fact]
    public void Order_of_operands_does_not_matter() => Gen.Select(Condition.Array[0, 4], RandomRules.Resource).Sample((conditions, resource) =>
        Verdict.Holds(All(conditions), resource) == Verdict.Holds(All([.. conditions.Reverse()]), resource)
        && Verdict.Holds(Any(conditions), resource) == Verdict.Holds(Any([.. conditions.Reverse()]), resource));

    private static JObject All(JObject[] conditions) => new(new JProperty("allOf", new JArray(conditions.Cast<object>().ToArray())));

    private static JObject Any(JObject[] conditions) => new(new JProperty("anyOf", new JArray(conditions.Cast<object>().ToArray())));
}
