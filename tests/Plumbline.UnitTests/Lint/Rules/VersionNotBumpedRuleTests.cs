using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Lint.Documents;

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class VersionNotBumpedRuleTests
{
    [Theory]
    [InlineData("1.0.0", "name", "metadata.version")]
    [InlineData("1.0.1", "name", "")]
    [InlineData("1.0.0", "kind", "")]
    public void Change_needs_a_new_version(string version, string field, string expected)
    {
        var options = new LintOptions { Environment = LintEnvironment.Default with { Previous = JObject.Parse(Document("1.0.0", "kind")) } };

        Assert.Equal(expected, RuleCase.PathsOf("version-not-bumped", Document(version, field), options));
    }

    [Fact]
    public void Without_the_published_document_nothing_is_reported() => Assert.Equal("", RuleCase.PathsOf("version-not-bumped", Document("1.0.0", "kind")));

    private static string Document(string version, string field) =>
        $$"""{ "properties": { "displayName": "{{version}}", "metadata": { "version": "{{version}}" }, "policyRule": { "if": { "field": "{{field}}", "exists": true }, "then": { "effect": "audit" } } } }""";
}
