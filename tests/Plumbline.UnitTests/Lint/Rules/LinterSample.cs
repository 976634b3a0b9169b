using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>What one rule finds in a text.</summary>
internal static class LinterSample
{
    /// <summary>The findings in a definition, or in a condition that audits.</summary>
    public static ImmutableArray<LintFinding> Findings(string rule, string json)
    {
        var text = JObject.Parse(json).ContainsKey("policyRule") ? json : $$"""{ "policyRule": { "if": {{json}}, "then": { "effect": "audit" } } }""";
        return new PolicyLinter(new LintOptions(new DateOnly(2026, 1, 1)) { Only = [rule] }, LintKnowledge.Published).Lint(new SourceText("sample.json", text)).Findings;
    }

    /// <summary>The lines of the findings, joined by commas.</summary>
    public static string Lines(string rule, string json) => string.Join(',', Findings(rule, json).Select(finding => finding.Location.Span?.Line));

    /// <summary>How many findings there are.</summary>
    public static int Count(string rule, string json) => Findings(rule, json).Length;

    /// <summary>A definition whose effect is the parameter <c>effect</c>; the parameter stands in line 2, the effect in line 3.</summary>
    public static string Effect(string parameter, string mode = "All", string type = "Microsoft.App/containerApps") => $$"""
        { "mode": "{{mode}}",
          "parameters": { "effect": {{parameter}} },
          "policyRule": { "if": { "field": "type", "equals": "{{type}}" }, "then": { "effect": "[parameters('Effect')]" } } }
        """;

    /// <summary>A definition with an effect written out, in line 2.</summary>
    public static string Literal(string effect, string type = "Microsoft.App/containerApps") => $$"""
        { "policyRule": { "if": { "field": "type", "like": "{{type}}" },
          "then": { "effect": "{{effect}}" } } }
        """;
}
