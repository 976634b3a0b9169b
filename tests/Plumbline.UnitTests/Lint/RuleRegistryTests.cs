using System.Text.RegularExpressions;
using Plumbline.Lint.Rules;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint;

public sealed partial class RuleRegistryTests
{
    [Fact]
    public void Every_rule_class_is_registered_once() =>
        Assert.Equal(
            typeof(LintRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LintRule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleRegistry.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Identifier_is_the_name_of_the_class() =>
        Assert.All(RuleRegistry.All, rule => Assert.Equal(rule.GetType().Name, Name(rule.Id)));

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(RuleRegistry.All.Select(rule => $"generator/docs/rules/{rule.Id}.md"), RepositoryFiles.ReadAll("generator/docs/rules", "*.md").Select(page => page.File));

    [Fact]
    public void Every_rule_has_tests() =>
        Assert.All(RuleRegistry.All, rule => Assert.NotEqual("", RepositoryFiles.Read($"tests/Plumbline.UnitTests/Lint/{TestsOf(rule)}.cs").Text));

    [Fact]
    public void Titles_are_sentences_without_a_full_stop() => Assert.All(RuleRegistry.All, rule => Assert.Matches("[^.]$", rule.Title));

    // What aliases and schemas say is tested in one place.
    private static string TestsOf(LintRule rule) => rule is FieldRule ? "Fields/FieldRulesTests" : $"Rules/{rule.GetType().Name}Tests";

    private static string Name(string id) => id == SystemRule.Name ? nameof(SystemRule) : FirstLetter().Replace(id, match => match.Groups[1].Value.ToUpperInvariant()) + "Rule";

    [GeneratedRegex("(?:^|-)([a-z])")]
    private static partial Regex FirstLetter();
}
