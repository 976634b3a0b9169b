using Plumbline.Lint.Fields;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.UnitTests.Catalog;
using Plumbline.UnitTests.Policy.BuiltIns;

namespace Plumbline.UnitTests.Lint.Fields;

/// <summary>What the rules find in definitions that Microsoft published and in our own: counts that a change of a rule or of the schemas moves.</summary>
public sealed class FieldRuleCorpusTests
{
    private static readonly FieldRules Rules = new(AliasTable.Published, ResourceSchemas.Published);

    [Fact]
    public void Findings_on_the_built_ins_are_as_counted() => Assert.Equal(
        """
        conditional-field-alias 64 in 5
        deeply-nested-field-alias 1 in 1
        equality-check-on-numeric-field 6 in 5
        field-alias-unavailable-in-latest-api-version 4 in 3
        field-alias-unavailable-in-old-api-versions 263 in 119
        optional-field-alias 569 in 236
        policy-rule-references-multiple-resource-types 89 in 89
        read-only-field-alias 51 in 25
        """,
        Counts(BuiltInCorpus.All.Select(item => item.Definition)));

    [Fact]
    public void Findings_on_our_own_definitions_are_as_counted() => Assert.Equal(
        """
        deeply-nested-field-alias 1 in 1
        field-alias-unavailable-in-old-api-versions 46 in 18
        optional-field-alias 105 in 31
        policy-rule-references-multiple-resource-types 1 in 1
        read-only-field-alias 1 in 1
        """,
        Counts(RepositoryFiles.ReadAll("definitions/container-apps", "*.json").Select(Parse)));

    private static string Counts(IEnumerable<PolicyDefinition> definitions) => string.Join('\n', definitions
        .SelectMany(definition => Rules.Check(definition).Select(finding => (finding.RuleId, definition.Name)))
        .GroupBy(finding => finding.RuleId)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key} {group.Count()} in {group.Select(finding => finding.Name).Distinct().Count()}"));

    private static PolicyDefinition Parse(SourceText source) => PolicyParser.ParseDefinition(source).Value ?? throw new InvalidOperationException($"{source.File} cannot be read.");
}
