using Plumbline.Lint;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>Documents around the part that a test of a rule is about, and what the rule finds in them.</summary>
internal static class RuleCase
{
    private const string Prefix = "$.properties.";

    public static string If(string condition) => $$"""{ "properties": { "policyRule": { "if": {{condition}}, "then": { "effect": "audit" } } } }""";

    public static string Then(string then) => $$"""{ "properties": { "policyRule": { "if": { "field": "type", "equals": "Microsoft.Storage/storageAccounts" }, "then": {{then}} } } }""";

    public static string Parameters(string parameters) =>
        $$"""{ "properties": { "parameters": {{parameters}}, "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "[parameters('effect')]" } } } }""";

    public static string Initiative(string properties) => $$"""{ "properties": {{properties}} }""";

    /// <summary>The places of the rule's findings, as paths below the properties of the document, in the order of the text.</summary>
    public static string PathsOf(string rule, string text, LintOptions? options = null) =>
        string.Join(' ', Findings(rule, text, options).Select(finding => finding.Location.Path?.Replace(Prefix, "", StringComparison.Ordinal)));

    /// <summary>The rule's findings that are not suppressed.</summary>
    public static IEnumerable<LintFinding> Findings(string rule, string text, LintOptions? options = null) =>
        PolicyLinter.Lint(new SourceText("case.json", text), (options ?? new LintOptions()) with { Only = [rule] }).Active;
}
