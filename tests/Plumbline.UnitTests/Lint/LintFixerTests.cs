using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;
using Plumbline.UnitTests.Policy.Laws;

namespace Plumbline.UnitTests.Lint;

public sealed class LintFixerTests
{
    private static readonly Gen<string> Leaf = Gen.OneOf(
        """{ "field": "name", "like": "a" }""",
        """{"field":"kind","in":["b"]}""",
        """{ "field": "name", "notIn": ["a"] }""",
        """{ "field" : "name", "matchInsensitively" : "abc" }""",
        """{ "field": "kind", "equals": "b" }""",
        """{ "field": "name", "exists": true }""");

    private static readonly Gen<string> Condition = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            inner.Select(condition => $"{{ \"not\": {condition} }}"),
            Gen.Select(Gen.OneOf("allOf", "anyOf"), inner.List[1, 3]).Select((key, items) => $"{{\n  \"{key}\": [\n    {string.Join(",\n    ", items)}\n  ]\n}}")));

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true } ] }""", """{ "field": "name", "exists": true }""")]
    [InlineData("""{ "not": { "not": { "field": "name", "exists": true } } }""", """{ "field": "name", "exists": true }""")]
    [InlineData("""{ "field": "name", "in": ["a"] }""", """{ "field": "name", "equals": "a" }""")]
    [InlineData("""{ "field": "name",  "notLike":"a" }""", """{ "field": "name",  "notEquals":"a" }""")]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true }, { "anyOf": [ { "field": "kind", "exists": true }, { "field": "id", "exists": true } ] } ] }""", """{ "anyOf": [ { "field": "name", "exists": true }, { "field": "kind", "exists": true }, { "field": "id", "exists": true } ] }""")]
    [InlineData("""{ "allOf": [ { "field": "kind", "exists": true }, { "field": "name", "exists": true }, { "field": "name", "exists": true } ] }""", """{ "allOf": [ { "field": "kind", "exists": true }, { "field": "name", "exists": true } ] }""")]
    [InlineData("""{ "allOf": [ /* why */ { "field": "name", "exists": true } ] }""", """{ "allOf": [ /* why */ { "field": "name", "exists": true } ] }""")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true /* why */ } ] }""", """{ "field": "name", "exists": true /* why */ }""")]
    public void Condition_is_fixed_in_place(string condition, string expected)
    {
        Assert.Equal(Document(expected), LintFixer.Fix(new SourceText("a.json", Document(condition)), new LintOptions()).Source.Text);
    }

    [Fact]
    public void Literal_effect_is_spelled_as_Azure_does()
    {
        const string text = """{ "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "AUDIT" } } }""";

        Assert.Equal(text.Replace("AUDIT", "Audit", StringComparison.Ordinal), LintFixer.Fix(new SourceText("a.json", text), new LintOptions()).Source.Text);
    }

    [Fact]
    public void Suppressed_and_excluded_findings_are_left_alone()
    {
        var source = new SourceText("a.json", Document("""{ "allOf": [ { "field": "name", "exists": true } ] }"""));

        Assert.Equal((source, 0), LintFixer.Fix(source, new LintOptions { Excluded = ["unnecessary-quantifier-wrapper"] }));
    }

    [Fact]
    public void Fixing_twice_is_fixing_once_and_leaves_nothing_to_fix() => Condition.Sample(condition =>
    {
        var (once, _) = LintFixer.Fix(new SourceText("a.json", Document(condition)), new LintOptions());

        Assert.Equal((once, 0), LintFixer.Fix(once, new LintOptions()));
        Assert.DoesNotContain(PolicyLinter.Lint(once, new LintOptions()).Active, finding => !finding.Fix.IsEmpty);
    }, iter: 300);

    [Fact]
    public void Fixed_rule_gives_the_same_verdicts() => Gen.Select(Condition, Gen.OneOf("a", "A", "abc", "x"), Gen.OneOf("b", "B", "y", "")).Sample((condition, name, kind) =>
    {
        var (once, _) = LintFixer.Fix(new SourceText("a.json", Document(condition)), new LintOptions());

        var resource = new JObject(new JProperty("type", "a/b"), new JProperty("name", name), new JProperty("kind", kind));
        Assert.Equal(Holds(Document(condition), resource), Holds(once.Text, resource));
    }, iter: 300);

    private static bool Holds(string text, JObject resource) => Verdict.Holds((JObject)(JObject.Parse(text).SelectToken("properties.policyRule.if") ?? new JObject()), resource);

    private static string Document(string condition) => $$"""{ "properties": { "mode": "All", "policyRule": { "if": {{condition}}, "then": { "effect": "audit" } } } }""";
}
