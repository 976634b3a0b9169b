using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.UnitTests.Cli;

/// <summary>What <c>eval</c> says first: the verdict and what decided it.</summary>
public sealed class EvalVerdictTests : IDisposable
{
    private const string Rules = "Microsoft.App/containerApps/configuration.ingress.ipSecurityRestrictions[*]";
    private const string Resource = """
        {"name": "a", "type": "Microsoft.App/containerApps", "properties": {"configuration": {"ingress": {"ipSecurityRestrictions": [{"action": "Deny"}, {"action": "Allow"}]}}}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{"field": "name", "equals": "a"}""", "audit", "NonCompliant: the rule matches, Audit takes effect\n  name is \"a\"; expected: notEquals \"a\"\n")]
    [InlineData("""{"field": "name", "equals": "b"}""", "deny", "Compliant: the rule does not match, Deny does not take effect\n  name is \"a\"; the condition 'equals \"b\"' is false\n")]
    [InlineData("""{"not": {"field": "name", "like": "b*"}}""", "deny", "NonCompliant: the rule matches, Deny takes effect\n  name is \"a\"; expected: like \"b*\"\n")]
    [InlineData("""{"field": "type", "equals": "Microsoft.Web/sites"}""", "deny", "NotApplicable: the rule does not apply to the resource\n")]
    [InlineData("""{"field": "name", "equals": "a"}""", "disabled", "NotApplicable: the effect is Disabled; without that the rule would match\n  name is \"a\"; expected: notEquals \"a\"\n")]
    [InlineData("""{"value": "[int(field('name'))]", "equals": 1}""", "audit", "Error: the evaluation failed, which is an implicit deny at enforcement\n")]
    public async Task Verdict_names_what_decided_it(string condition, string effect, string expected) =>
        Assert.Equal(expected, await OutputAsync(condition, $$"""{"effect": "{{effect}}"}"""));

    [Theory]
    [InlineData("\"greater\": 0", "lessOrEquals 0", 1, "Allow", "notEquals")]
    [InlineData("\"notEquals\": 2", "equals 2", 1, "Allow", "notEquals")]
    [InlineData("\"less\": 2", "greaterOrEquals 2", 0, "Deny", "equals")]
    public async Task Count_names_the_members_that_would_have_to_change(string test, string expected, int member, string action, string opposite)
    {
        var output = await OutputAsync($$$"""{"count": {"field": "{{{Rules}}}", "where": {"field": "{{{Rules}}}.action", "equals": "Allow"} }, {{{test}}} }""", """{"effect": "audit"}""");

        Assert.Equal(
            $"NonCompliant: the rule matches, Audit takes effect\n  count(properties.configuration.ingress.ipSecurityRestrictions[*]) is 1; expected: {expected}\n"
            + $"  properties.configuration.ingress.ipSecurityRestrictions[{member}].action is \"{action}\"; expected: {opposite} \"Allow\"\n",
            output);
    }

    [Theory]
    [InlineData("current", "", "NonCompliant: the rule matches, AuditIfNotExists takes effect\n  no related resource was found; expected: one that satisfies the existence condition\ndetails: {\"type\":\"Microsoft.App/containerApps/authConfigs\"}\n")]
    [InlineData("current", "current", "Compliant: a related resource satisfies the existence condition, AuditIfNotExists does not take effect\n  name is \"current\"; the condition 'equals \"current\"' is true\n  related resources looked at: 1\n")]
    [InlineData("other", "current", "NonCompliant: the rule matches, AuditIfNotExists takes effect\n  name is \"current\"; expected: equals \"other\"\n  related resources looked at: 1\ndetails: {\"type\":\"Microsoft.App/containerApps/authConfigs\"}\n")]
    public async Task Existence_condition_names_the_related_resource(string wanted, string related, string expected)
    {
        const string type = "Microsoft.App/containerApps/authConfigs";
        Write("related.json", related.Length == 0 ? "[]" : $$"""[{"name": "{{related}}", "type": "{{type}}"}]""");
        var then = $$$"""{"effect": "auditIfNotExists", "details": {"type": "{{{type}}}", "existenceCondition": {"field": "name", "equals": "{{{wanted}}}"} } }""";

        Assert.Equal(expected, await OutputAsync("""{"field": "type", "equals": "Microsoft.App/containerApps"}""", then, "--related", "related.json"));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private async Task<string> OutputAsync(string condition, string then, params string[] more)
    {
        Write("rule.json", """{"policyRule": {"if": IF, "then": THEN}}""".Replace("THEN", then, StringComparison.Ordinal).Replace("IF,", condition + ",", StringComparison.Ordinal));
        Write("resource.json", Resource);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        await PlumblineCli.RunAsync(["eval", "-d", "rule.json", "-r", "resource.json", .. more], CliConsole.Over(output, error, width: 80), world, folder, CancellationToken.None);
        return output.ToString();
    }
}
