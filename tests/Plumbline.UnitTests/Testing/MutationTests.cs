using Newtonsoft.Json.Linq;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Mutation;

namespace Plumbline.UnitTests.Testing;

public sealed class MutationTests
{
    private const string Start = """
        definition:
          name: sizes
          mode: All
          parameters: { effect: { type: String, defaultValue: Audit } }
          policyRule:
            if:
              allOf:
                - { field: type, equals: A.B/c }
                - { field: properties.size, greater: 3 }
                - { field: properties.sku, in: [s, m] }
            then: { effect: "[parameters('effect')]" }
        resource: { name: x, type: A.B/c, properties: { size: 4, sku: s } }
        tests:

        """;

    [Fact]
    public void Mutants_are_single_changes_in_the_order_of_the_text()
    {
        var score = Score("  - { expect: NonCompliant }");

        Assert.Equal(
            [
                "if 'allOf' becomes 'anyOf'",
                "if 'not' added",
                "if.allOf[0] condition dropped: type equals A.B/c",
                "if.allOf[1] condition dropped: properties.size greater 3",
                """if.allOf[2] condition dropped: properties.sku in ["s","m"]""",
                "if.allOf[0] 'equals' becomes 'notEquals'",
                "if.allOf[0] 'A.B/c' becomes 'A.B/cx'",
                "if.allOf[1] 'greater' becomes 'lessOrEquals'",
                "if.allOf[1] 'greater' becomes 'greaterOrEquals'",
                "if.allOf[1] '3' becomes '4'",
                "if.allOf[1] '3' becomes '2'",
                "if.allOf[1] 'not' added",
                "if.allOf[2] 'in' becomes 'notIn'",
                """if.allOf[2] '["s","m"]' becomes '["m"]'""",
                """if.allOf[2] '["s","m"]' becomes '["s"]'""",
                """if.allOf[2] '["s","m"]' becomes '["s","m","any other value"]'""",
            ],
            score.Mutants.Select(result => $"{result.Mutant.Path} {result.Mutant.Change}"));
        Assert.Equal([6, 8, 9, 10], score.Mutants.Select(result => result.Mutant.Location.Span?.Line ?? 0).Distinct().Order());
    }

    [Fact]
    public void Mutant_is_killed_when_a_test_gives_another_result()
    {
        var one = Score("  - { expect: NonCompliant }");
        var all = Score("""
              - { expect: NonCompliant }
              - { with: { properties.size: 3 }, expect: Compliant }
              - { with: { properties.sku: m }, expect: NonCompliant }
              - { with: { properties.sku: l }, expect: Compliant }
              - { with: { type: A.B/d }, expect: NotApplicable }

            """);

        Assert.Equal((8, 16), (one.Killed, one.Total));
        Assert.Equal((16, 16, 1000), (all.Killed, all.Total, all.PerMille));
        Assert.Equal("NonCompliant (test 1)", one.Mutants.First(result => result.Outcome == MutantOutcome.Killed).KilledBy);
    }

    [Fact]
    public void Survivor_comes_with_a_test_that_kills_it()
    {
        var score = Score("  - { expect: NonCompliant }");

        var survivors = score.Mutants.Where(result => result.Outcome == MutantOutcome.Survived).ToList();
        Assert.All(survivors, survivor => Assert.NotNull(survivor.Proposal));
        var proposals = string.Concat(survivors.Select(survivor => "  " + survivor.Proposal?.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n"));
        var together = Score("  - { expect: NonCompliant }\n" + proposals);
        Assert.Equal(1000, together.PerMille);
    }

    [Fact]
    public void Denial_and_changed_resource_are_noticed()
    {
        const string rule = """
            definition:
              mode: All
              policyRule:
                if: { field: properties.size, equals: 1 }
                then: { effect: modify, details: { roleDefinitionIds: [r], operations: [{ operation: add, field: tags.a, value: b }] } }
            resource: { type: A.B/c, properties: { size: 1 } }
            tests: [{ expect: { changes: { tags.a: b } } }]

            """;

        Assert.Equal(1000, Score(new TestBench(), rule).PerMille);
    }

    [Fact]
    public void Existence_condition_is_mutated_too()
    {
        const string rule = """
            definition:
              mode: All
              policyRule:
                if: { field: type, equals: A.B/c }
                then: { effect: auditIfNotExists, details: { type: A.B/c/d, existenceCondition: { field: properties.on, equals: true } } }
            resource: { type: A.B/c }
            tests:
              - { related: [{ type: A.B/c/d, properties: { on: true } }], expect: Compliant }

            """;
        var score = Score(new TestBench(), rule);

        var dropped = score.Mutants[^1];
        Assert.Equal("existence condition dropped", dropped.Mutant.Change);
        Assert.Equal(MutantOutcome.Survived, dropped.Outcome);
        Assert.Contains("related: [{\"type\":\"A.B/c/d\",\"properties\":{\"on\":false}}]", dropped.Proposal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"not": {"not": {"field": "a", "equals": 1}}}""", """{"field": "a", "equals": 1}""")]
    [InlineData("""{"not": {"allOf": [{"field": "a", "equals": 1}, {"field": "b", "like": "x*"}]}}""", """{"anyOf": [{"field": "b", "notLike": "x*"}, {"field": "a", "notEquals": 1}]}""")]
    [InlineData("""{"allOf": [{"field": "a", "equals": 1}, {"allOf": [{"field": "b", "equals": 2}]}]}""", """{"allOf": [{"field": "b", "equals": 2}, {"field": "a", "equals": 1}, {"field": "a", "equals": 1}]}""")]
    [InlineData("""{"field": "a", "in": ["X"]}""", """{"field": "A", "equals": "x"}""")]
    [InlineData("""{"field": "a", "like": "x"}""", """{"field": "a", "equals": "x"}""")]
    [InlineData("""{"not": {"field": "a", "exists": "true"}}""", """{"field": "a", "exists": false}""")]
    [InlineData("""{"allOf": [{"field": "a", "exists": true}, {"field": "a", "equals": "x"}]}""", """{"field": "a", "equals": "x"}""")]
    [InlineData("""{"anyOf": [{"field": "a", "exists": false}, {"field": "a", "notEquals": "x"}]}""", """{"field": "a", "notEquals": "x"}""")]
    [InlineData("""{"anyOf": [{"field": "a", "exists": false}, {"field": "a", "equals": ""}]}""", """{"field": "a", "equals": ""}""")]
    [InlineData("""{"count": {"field": "a[*]"}, "greater": 0}""", """{"not": {"count": {"field": "a[*]"}, "equals": 0}}""")]
    [InlineData("""{"count": {"field": "a[*]", "where": {"not": {"field": "a[*].b", "equals": 1}}}, "less": 2}""", """{"count": {"field": "a[*]", "where": {"field": "a[*].b", "notEquals": 1}}, "lessOrEquals": 1}""")]
    [InlineData("""{"field": "a", "equals": true}""", """{"field": "a", "equals": "true"}""")]
    public void Conditions_of_one_meaning_share_a_normal_form(string left, string right) => Assert.Equal(NormalForm.Of(Parse(left)), NormalForm.Of(Parse(right)));

    [Theory]
    [InlineData("""{"not": {"field": "a[*]", "equals": 1}}""", """{"field": "a[*]", "notEquals": 1}""")]
    [InlineData("""{"not": {"field": "a", "greater": 1}}""", """{"field": "a", "lessOrEquals": 1}""")]
    [InlineData("""{"field": "a", "match": "x"}""", """{"field": "a", "match": "X"}""")]
    [InlineData("""{"allOf": [{"field": "a", "exists": true}, {"field": "a", "notEquals": "x"}]}""", """{"field": "a", "notEquals": "x"}""")]
    [InlineData("""{"allOf": [{"field": "a", "exists": true}, {"field": "a", "equals": ""}]}""", """{"field": "a", "equals": ""}""")]
    [InlineData("""{"count": {"field": "a[*]"}, "equals": 1}""", """{"count": {"field": "a[*]"}, "greater": 0}""")]
    [InlineData("""{"allOf": [{"field": "a", "equals": 1}, {"anyOf": [{"field": "b", "equals": 1}, {"field": "c", "equals": 1}]}]}""", """{"anyOf": [{"field": "c", "equals": 1}, {"allOf": [{"field": "a", "equals": 1}, {"field": "b", "equals": 1}]}]}""")]
    public void Conditions_of_different_meaning_do_not(string left, string right) => Assert.NotEqual(NormalForm.Of(Parse(left)), NormalForm.Of(Parse(right)));

    private static Condition Parse(string json) => PolicyParser.ParseCondition(JToken.Parse(json), "f", "$").Value ?? throw new InvalidOperationException(json);

    private static MutationScore Score(string tests) => Score(new TestBench(), Start + tests + "\n");

    private static MutationScore Score(TestBench bench, string yaml) => Assert.Single(new MutationRunner(bench.Runner).Run([bench.Run(yaml)]));
}
