using System.Collections.Immutable;
using Plumbline.Lint;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>An initiative with one member, whose definition is linted with it.</summary>
internal static class MemberCase
{
    private const string Definition = """
        { "name": "names", "properties": { "parameters": {
            "effect": { "type": "String", "allowedValues": ["Audit", "Disabled"], "defaultValue": "Audit" },
            "pattern": { "type": "String" },
            "kinds": { "type": "Array", "allowedValues": ["a", "b"], "defaultValue": ["a"] } },
          "policyRule": { "if": { "allOf": [ { "field": "name", "like": "[parameters('pattern')]" }, { "field": "kind", "in": "[parameters('kinds')]" } ] }, "then": { "effect": "[parameters('effect')]" } } } }
        """;

    public static string PathsOf(string rule, string passed, string definition = "/providers/Microsoft.Authorization/policyDefinitions/NAMES") =>
        RuleCase.PathsOf(rule, RuleCase.Initiative($$"""{ "policyDefinitions": [ { "policyDefinitionId": "{{definition}}", "parameters": {{passed}} } ] }"""), Options);

    private static LintOptions Options => new()
    {
        Environment = LintEnvironment.Default with
        {
            Definitions = ImmutableDictionary.Create<string, PolicyDefinition>(StringComparer.OrdinalIgnoreCase).Add("names", Assert.IsType<PolicyDefinition>(PolicyParser.ParseDefinition(new SourceText("names.json", Definition)).Value)),
        },
    };
}
