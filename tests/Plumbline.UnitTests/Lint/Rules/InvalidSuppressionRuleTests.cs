using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class InvalidSuppressionRuleTests
{
    [Theory]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper" }""", "the suppression of unnecessary-quantifier-wrapper gives no 'reason': it suppresses nothing")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": " " }""", "the suppression of unnecessary-quantifier-wrapper gives no 'reason': it suppresses nothing")]
    [InlineData("""{ "reason": "x" }""", "the suppression names no 'rule': it suppresses nothing")]
    [InlineData("""{ "rule": "unnecesary-quantifier-wrapper", "reason": "x" }""", "there is no rule 'unnecesary-quantifier-wrapper', did you mean 'unnecessary-quantifier-wrapper'?: it suppresses nothing")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "untill": "2030-01-01" }""", "'untill' is not a key of a suppression: it suppresses nothing")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "until": "soon" }""", "'until' of the suppression of unnecessary-quantifier-wrapper is not a day like 2027-06-30: it suppresses nothing")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "until": "2026-01-31" }""", "the suppression of unnecessary-quantifier-wrapper ended on 2026-01-31")]
    [InlineData("3", "a suppression is not an object: it suppresses nothing")]
    public void Suppression_that_does_not_work_is_reported_and_suppresses_nothing(string entry, string message)
    {
        var text = $$"""{ "properties": { "metadata": { "plumbline": { "suppress": [ {{entry}} ] } }, "policyRule": { "if": { "allOf": [ { "field": "name", "exists": true } ] }, "then": { "effect": "audit" } } } }""";
        var options = new LintOptions { Only = ["unnecessary-quantifier-wrapper", "invalid-suppression"], Today = new DateOnly(2026, 2, 1) };

        var findings = PolicyLinter.Lint(new SourceText("case.json", text), options).Active.ToList();

        Assert.Equal(["unnecessary-quantifier-wrapper", "invalid-suppression"], findings.Select(finding => finding.RuleId));
        Assert.Equal(message, findings[1].Message);
        Assert.Equal("$.properties.metadata.plumbline.suppress[0]", findings[1].Location.Path);
    }
}
