using Plumbline.Testing.Coverage;

namespace Plumbline.UnitTests.Testing;

public sealed class CoverageTests
{
    private const string Start = """
        definition:
          name: sizes
          mode: Indexed
          parameters:
            effect: { type: String, allowedValues: [Audit, Deny, Disabled], defaultValue: Audit }
            sizes: { type: Array, allowedValues: [s, m, l], defaultValue: [s] }
          policyRule:
            if:
              allOf:
                - { field: type, equals: A.B/c }
                - anyOf:
                    - { field: properties.size, in: "[parameters('sizes')]" }
                    - { not: { field: properties.on, exists: true } }
            then: { effect: "[parameters('effect')]" }
        resource: { id: /subscriptions/s/resourceGroups/g/providers/A.B/c/one, type: A.B/c, location: here, properties: { on: 1 } }
        tests:

        """;

    [Fact]
    public void Condition_is_covered_when_the_verdict_followed_from_it()
    {
        Assert.Equal("type 0/0, size 0/1, on 1/0", Leaves("  - { expect: Compliant }"));
        Assert.Equal("type 1/0, size 1/0, on 0/0", Leaves("  - { with: { properties.size: s }, expect: NonCompliant }"));
        Assert.Equal("type 1/0, size 0/0, on 0/1", Leaves("  - { without: properties.on, expect: NonCompliant }"));
    }

    [Fact]
    public void Type_that_makes_a_rule_not_apply_is_decisive() => Assert.Equal("type 0/1, size 0/0, on 0/0", Leaves("  - { with: { type: A.B/d }, expect: NotApplicable }"));

    [Fact]
    public void Disabled_covers_its_value_and_no_condition()
    {
        var coverage = new TestBench().Coverage(Start + "  - { parameters: { effect: Disabled }, without: properties.on, expect: NotApplicable }\n");

        Assert.Equal("type 0/0, size 0/0, on 0/0", Leaves(coverage));
        Assert.Equal("Audit 0, Deny 0, Disabled 1", Values(coverage.Effects));
    }

    [Fact]
    public void Effect_is_covered_when_it_took_place_and_a_value_when_it_was_used()
    {
        var coverage = new TestBench().Coverage(Start + """
              - { without: properties.on, expect: NonCompliant }
              - { parameters: { effect: Deny, sizes: [m, l] }, expect: Compliant }

            """);

        Assert.Equal("Audit 1, Deny 0, Disabled 0", Values(coverage.Effects));
        Assert.Equal("s 1, m 1, l 1", Values(coverage.Values));
        Assert.Equal((4 + 1 + 3, 6 + 3 + 3), (coverage.Covered, coverage.Total));
        Assert.Equal(666, coverage.PerMille);
    }

    [Fact]
    public void Leaf_of_a_count_is_decisive_through_the_members_that_decided()
    {
        const string rule = """
            definition:
              mode: All
              policyRule:
                if: { count: { field: "properties.list[*]", where: { allOf: [ { field: "properties.list[*].a", equals: 1 }, { field: "properties.list[*].b", equals: 1 } ] } }, greater: 0 }
                then: { effect: audit }
            resource: { type: A.B/c, properties: { list: [ { a: 1, b: 1 }, { a: 2, b: 1 } ] } }
            tests:

            """;

        Assert.Equal("properties.list[*] 1/0, a 1/0, b 1/0", Leaves(new TestBench().Coverage(rule + "  - { expect: NonCompliant }\n")));
        Assert.Equal("properties.list[*] 0/1, a 0/1, b 0/1", Leaves(new TestBench().Coverage(rule + "  - { with: { 'properties.list[0].b': 2 }, expect: Compliant }\n")));
    }

    [Fact]
    public void Existence_has_three_branches()
    {
        const string rule = """
            definition:
              mode: All
              policyRule:
                if: { field: type, equals: A.B/c }
                then: { effect: auditIfNotExists, details: { type: A.B/c/d, existenceCondition: { field: properties.on, equals: true } } }
            resource: { type: A.B/c }
            tests:
              - { expect: NonCompliant }
              - { related: [{ type: A.B/c/d, properties: { on: true } }], expect: Compliant }

            """;
        var coverage = new TestBench().Coverage(rule);

        Assert.Equal("none 1, unsatisfied 0, satisfied 1", Values(coverage.Existence));
        Assert.Equal("type 2/0, on 1/0", Leaves(coverage));
        Assert.Equal(["if", "then.details.existenceCondition"], coverage.Leaves.Select(leaf => leaf.Path));
    }

    [Fact]
    public void Unreachable_result_is_not_asked_for_and_must_not_be_reached()
    {
        var coverage = new TestBench().Coverage(Start + """
              - { expect: Compliant }
            unreachable:
              - { path: "if.allOf[0]", direction: false, reason: all resources are of the type }
              - { path: "if.allOf[1].anyOf[0]", direction: false, reason: wrong }
              - { path: "if.allOf[1].anyOf[2]", direction: true, reason: not there }

            """);

        Assert.Equal(10, coverage.Total);
        Assert.Equal(["PLB6011 20", "PLB6010 21"], coverage.Problems.Select(problem => $"{problem.Code} {problem.Location.Span?.Line}"));
    }

    [Fact]
    public void Place_of_a_condition_is_that_in_the_test_file() =>
        Assert.Equal([10, 12, 13], new TestBench().Coverage(Start + "  - { expect: Compliant }\n").Leaves.Select(leaf => leaf.Location.Span?.Line));

    private static string Leaves(string test) => Leaves(new TestBench().Coverage(Start + test + "\n"));

    private static string Leaves(PolicyCoverage coverage) =>
        string.Join(", ", coverage.Leaves.Select(leaf => $"{Subject(leaf.Text)} {leaf.WhenTrue.Hits}/{leaf.WhenFalse.Hits}"));

    private static string Subject(string text) => text.StartsWith("count", StringComparison.Ordinal) ? text[6..text.IndexOf(')', StringComparison.Ordinal)] : text.Split(' ')[0].Split('.')[^1];

    private static string Values(IEnumerable<ValueCoverage> values) => string.Join(", ", values.Select(value => $"{value.Value} {value.Hits}"));
}
